"""Goals: the client writes them, fixes the levels before the start, shares them and says where they stand."""

import uuid
from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.acts.seats import seat_of
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import GUIDES, Layer, Role
from spoorboek.programme.coaching.content import LEVELS, WEIGHTS, Content, read, written
from spoorboek.programme.coaching.models import CoachRating, Goal, GoalShare, OwnRating, Proposal
from spoorboek.site import clock

LONGEST = 200
MOST_GOALS = 5


def own_goal(dossier_id: uuid.UUID, goal_id: uuid.UUID) -> Goal:
    """A goal that the actor reaches and that has not ended."""
    row = Goal.objects.filter(pk=goal_id, dossier_id=dossier_id).first()
    if row is None:
        raise Refused(_("Dit doel is niet gevonden. Ga terug en kijk wat er staat."))
    if row.ended_on:
        raise Refused(_("Dit doel is afgesloten. Je kunt het nog lezen."))
    return row


def check_content(content: Content, weight: int) -> None:
    if not content.title:
        raise Refused(_("Schrijf in één zin op wat je wilt bereiken."), "title")
    if max(map(len, (content.title, *content.levels))) > LONGEST:
        raise Refused(_("Maak het korter. Eén zin is genoeg."), "title")
    if weight not in {number for number, _words in WEIGHTS}:
        raise Refused(_("Kies hoe belangrijk dit doel voor je is."), "weight")


def name_goal(actor: Actor, dossier_id: uuid.UUID, title: str, weight: int = 1) -> Goal:
    """Begin a goal: what someone wants to reach. The levels are written after that, together with the coach."""
    with entered(actor, dossier_id, "name_goal", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        content = Content(title.strip())
        check_content(content, weight)
        if Goal.objects.filter(dossier_id=dossier_id, ended_on__isnull=True).count() >= MOST_GOALS:
            raise Refused(_("Je hebt al vijf doelen. Sluit er eerst een af. Minder is vaak beter."), "title")
        made = Goal.objects.create(
            dossier=work.dossier,
            sealed=Envelope(dossier_id).seal(written(content)),
            weight=weight,
            made_on=clock.today(),
        )
        work.said(goal=made.pk)
    return made


def write_levels(
    actor: Actor,
    dossier_id: uuid.UUID,
    goal_id: uuid.UUID,
    content: Content,
    weight: int,
    words_kept: Collection[str] | None = (),
) -> None:
    """Write the five levels, as often as needed until they are fixed.

    While someone else reads the goal its words are looked at for health as they were when it was shared; not those
    that came from that reader (`words_kept` is None). Raises `HealthWords`.
    """
    with entered(actor, dossier_id, "write_levels", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        goal = own_goal(dossier_id, goal_id)
        if goal.fixed_on:
            raise Refused(
                _("Dit doel ligt vast. Dat is zo afgesproken: anders kun je niet zien wat verandert.")
            )
        check_content(content, weight)
        if words_kept is not None and goal.shares.filter(withdrawn_at__isnull=True).exists():
            health_words.check(content.as_text, "title", words_kept)
        goal.sealed, goal.weight = Envelope(dossier_id).seal(written(content)), weight
        goal.save()
        work.said(goal=goal.pk)


def take_over(actor: Actor, dossier_id: uuid.UUID, proposal_id: int) -> Goal:
    """The client takes over the words that the coach proposed."""
    row = Proposal.objects.filter(pk=proposal_id, dossier_id=dossier_id).select_related("goal").first()
    if row is None:
        raise Refused(_("Dit voorstel is er niet meer."))
    content = read(Envelope(dossier_id).open(row.sealed))
    write_levels(actor, dossier_id, row.goal_id, content, row.goal.weight, words_kept=None)
    return row.goal


def fix_goal(actor: Actor, dossier_id: uuid.UUID, goal_id: uuid.UUID) -> None:
    """From now on the levels stand. A goal whose levels moved along would always be reached."""
    with entered(actor, dossier_id, "fix_goal", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        goal = own_goal(dossier_id, goal_id)
        if goal.fixed_on:
            raise Refused(_("Dit doel lag al vast."))
        if not read(Envelope(dossier_id).open(goal.sealed)).is_complete:
            raise Refused(_("Schrijf eerst alle vijf de treden op, elk met andere woorden."))
        goal.fixed_on = clock.today()
        goal.save()
        work.said(goal=goal.pk)


def end_goal(actor: Actor, dossier_id: uuid.UUID, goal_id: uuid.UUID) -> None:
    """Close a goal, reached or not. No reason is asked."""
    with entered(actor, dossier_id, "end_goal", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        goal = own_goal(dossier_id, goal_id)
        goal.ended_on = clock.today()
        goal.save()
        work.said(goal=goal.pk)


def share_goal(
    actor: Actor,
    dossier_id: uuid.UUID,
    goal_id: uuid.UUID,
    account_id: uuid.UUID,
    until: date | None = None,
    words_kept: Collection[str] = (),
) -> GoalShare:
    """Let a coach or labour expert read this goal. Raises `HealthWords` where the words ask for a second look."""
    with entered(actor, dossier_id, "share_goal", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        goal = own_goal(dossier_id, goal_id)
        seat = seat_of(dossier_id, account_id, *GUIDES)
        if until and until < clock.today():
            raise Refused(_("Deze dag is al geweest. Kies een latere dag."), "until")
        health_words.check(read(Envelope(dossier_id).open(goal.sealed)).as_text, "account", words_kept)
        goal.shares.filter(account_id=account_id, withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
        made = GoalShare.objects.create(
            dossier=work.dossier, goal=goal, account_id=account_id, shared_on=clock.today(), until=until
        )
        work.said(goal=goal.pk, name=seat.account.person.name, until=until)
    return made


def withdraw_goal(actor: Actor, dossier_id: uuid.UUID, share_id: int) -> None:
    """Stop sharing a goal, at once; also in a closed dossier. Twice does no harm."""
    with entered(
        actor, dossier_id, "withdraw_goal", roles=(Role.CLIENT,), closed_too=True, moves_dates=False
    ) as work:
        work.layer = Layer.PERSONAL
        row = GoalShare.objects.filter(pk=share_id, dossier_id=dossier_id).first()
        if row is None:
            raise Refused(_("Dit wordt al niet meer gedeeld. Je hoeft niets te doen."))
        row.withdrawn_at = row.withdrawn_at or clock.now()
        row.save()
        work.said(goal=row.goal_id)


def propose_levels(
    actor: Actor,
    dossier_id: uuid.UUID,
    goal_id: uuid.UUID,
    content: Content,
    words_kept: Collection[str] = (),
) -> Proposal:
    """A coach proposes words for the levels. They count only once the client takes them over."""
    with entered(actor, dossier_id, "propose_levels", roles=GUIDES, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        goal = own_goal(dossier_id, goal_id)
        if goal.fixed_on:
            raise Refused(_("Dit doel ligt vast. De treden veranderen niet meer."))
        check_content(content, goal.weight)
        health_words.check(content.as_text, "title", words_kept)
        made = Proposal.objects.create(
            dossier=work.dossier,
            goal=goal,
            author_id=actor.person_id,
            sealed=Envelope(dossier_id).seal(written(content)),
        )
        work.said(goal=goal.pk)
    return made


def rated_goals(dossier_id: uuid.UUID, levels: Mapping[uuid.UUID, int]) -> list[Goal]:
    """The goals of these levels, when each is one that can be rated and each level is one of the five."""
    if not levels:
        raise Refused(_("Kies bij ten minste één doel waar je nu staat."))
    goals = [own_goal(dossier_id, goal_id) for goal_id in levels]
    if any(goal.fixed_on is None for goal in goals):
        raise Refused(_("Leg eerst de treden van dit doel vast. Daarna kun je kijken waar je staat."))
    if set(levels.values()) - set(LEVELS):
        raise Refused(_("Kies een van de vijf treden."))
    return goals


def rate_own_goals(actor: Actor, dossier_id: uuid.UUID, levels: Mapping[uuid.UUID, int]) -> None:
    """The client says where goals stand today. A second time on a day replaces the first."""
    with entered(actor, dossier_id, "rate_goals", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        envelope = Envelope(dossier_id)
        for goal in rated_goals(dossier_id, levels):
            OwnRating.objects.update_or_create(
                goal=goal,
                on=clock.today(),
                defaults={"dossier": work.dossier, "sealed": envelope.seal(str(levels[goal.pk]))},
            )
        work.said(goals=len(levels))


def rate_as_coach(actor: Actor, dossier_id: uuid.UUID, levels: Mapping[uuid.UUID, int]) -> None:
    """A coach says where shared goals stand today, apart from the client."""
    with entered(actor, dossier_id, "rate_goals_as_coach", roles=GUIDES, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        envelope = Envelope(dossier_id)
        for goal in rated_goals(dossier_id, levels):
            CoachRating.objects.update_or_create(
                goal=goal,
                author_id=actor.person_id,
                on=clock.today(),
                defaults={"dossier": work.dossier, "sealed": envelope.seal(str(levels[goal.pk]))},
            )
        work.said(goals=len(levels))
