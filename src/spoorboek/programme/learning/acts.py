"""Acts of learning: begin, answer, go on, finish. Always one's own; what was answered is let go on the way."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.modules import Edition, Module, playing
from spoorboek.methods.modules.playing import Standing, Unfit
from spoorboek.people.actor import Actor, current_actor
from spoorboek.programme.learning import telling
from spoorboek.programme.learning.access import is_at_work, module_of
from spoorboek.programme.learning.models import Certificate, Visit
from spoorboek.programme.learning.signals import module_finished
from spoorboek.site import clock

Going = Callable[[Edition, Standing], Standing]


def check(actor: Actor, key: str) -> Module:
    """The module, for someone who is signed in as themselves."""
    if current_actor() != actor or actor.account_id is None:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    return module_of(key)


@transaction.atomic
def begin(actor: Actor, key: str) -> Visit:
    """Begin a module, or begin it again. Who is in it already stays where they were."""
    module = check(actor, key)
    visit, _made = Visit.objects.select_for_update().get_or_create(account_id=actor.person_id, module=key)
    if not visit.step:
        visit.stand(playing.begin(module.nl))
        visit.save()
        telling.tell(actor, module, telling.Verb.INITIALIZED)
    return visit


@transaction.atomic
def walk(actor: Actor, key: str, going: Going) -> Visit:
    """Answer, say something, or go on or back, as `going` says. Refuses what is no answer to the step."""
    module = check(actor, key)
    visit = open_visit(actor, key)
    before = playing.fitting(module.nl, visit.standing)
    try:
        after = going(module.nl, before)
    except Unfit as unfit:
        raise Refused(_("Kies eerst een antwoord bij elke vraag.")) from unfit
    visit.stand(after)
    visit.save()
    tell_of(actor, module, before, after)
    return visit


@transaction.atomic
def finish(actor: Actor, key: str) -> Visit:
    """Finish a module from its last step. Nothing of the answers remains."""
    module = check(actor, key)
    visit = open_visit(actor, key)
    if visit.step != module.nl.steps[-1].key:
        raise Refused(_("Er komt nog een stap. Ga eerst verder."))
    visit.stand(Standing(""))
    visit.finished_on = clock.today()
    visit.save()
    if not module.is_for_clients and is_at_work(actor):
        Certificate.objects.update_or_create(
            account_id=actor.person_id, module=key, defaults={"finished_on": visit.finished_on}
        )
    telling.tell(actor, module, telling.Verb.COMPLETED)
    module_finished.send(sender=Visit, account_id=actor.person_id, key=key)
    return visit


@transaction.atomic
def leave(actor: Actor, key: str) -> None:
    """Stop halfway and let go of where one was. A finished module stays finished."""
    check(actor, key)
    visit = Visit.objects.select_for_update().filter(account_id=actor.person_id, module=key).first()
    if visit and visit.finished_on is None:
        visit.delete()
    elif visit:
        visit.stand(Standing(""))
        visit.save()


def open_visit(actor: Actor, key: str) -> Visit:
    visit = Visit.objects.select_for_update().filter(account_id=actor.person_id, module=key).first()
    if visit is None or not visit.step:
        raise Refused(_("Je bent niet met deze les bezig. Begin opnieuw."))
    return visit


def tell_of(actor: Actor, module: Module, before: Standing, after: Standing) -> None:
    """That a question was answered, or how far someone came: never what they answered."""
    step = module.nl.step(after.step)
    if step and after.step != before.step:
        telling.tell(actor, module, telling.Verb.PROGRESSED, playing.progress(module.nl, after))
    elif (
        step
        and (step.asks or step.nodes)
        and playing.may_go_on(step, after)
        and not playing.may_go_on(step, before)
    ):
        telling.tell(actor, module, telling.Verb.ANSWERED, step=step.key)
