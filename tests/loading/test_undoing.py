"""Undoing a list: everything back by acts, and what came after it left alone."""

from decimal import Decimal

from spoorboek.dossiers.acts.sickness import record_partial_return
from spoorboek.dossiers.models import JournalEntry
from spoorboek.dossiers.story import story_of
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Employment
from spoorboek.programme.coaching.acts.goals import name_goal
from tests.builders import Company, client_of, days_ago
from tests.loading.loader import Loader, row


def test_undoing_takes_everything_back_by_acts_and_deletes_nothing() -> None:
    company = Company()
    before = Loader(company, row("9", "Bos, C.", 30)).answered().loaded()
    list_ = Loader(
        company, row("1", "Smit, B.", 100, 90), row("1", "Smit, B.", 40), row("9", "Bos, C.", 30, 4),
        row("9", "Bos, C.", 30, 4, since=9, part="25"),
    ).answered().loaded().undone()  # fmt: skip
    assert [dossier.closing for dossier in list_.dossiers("1")] == ["withdrawn", "withdrawn"]
    (kept,) = before.dossiers("9")
    assert ([spell.ends for spell in kept.spells.all()], list(kept.resumed_hours.all())) == ([None], [])
    with acting_as(list_.who):
        assert JournalEntry.objects.filter(dossier__in=list_.dossiers("1")).count() >= 5
        assert Employment.objects.get(number="1", organisation=company.employer).withdrawn_at is not None
    again = Loader(company, row("1", "Smit, B.", 100, 90)).answered()
    assert again.verdicts() == {2: "new"}


def test_the_story_of_a_dossier_says_what_came_from_a_list_and_what_went_with_it() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40)).answered().loaded()
    (dossier,) = list_.dossiers("1")

    def origins() -> list[str]:
        with acting_as(list_.who):
            return [told.origin for told in story_of(dossier)]

    assert set(origins()) == {"Kwam uit een lijst die is geladen."}
    list_.undone()
    assert origins()[0] == "Teruggedraaid met de lijst waar het uit kwam."


def test_what_somebody_changed_after_the_list_is_left_and_listed() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40), row("2", "Bos, C.", 40)).answered().loaded()
    (changed,) = list_.dossiers("1")
    with acting_as(list_.who):
        record_partial_return(list_.who, changed.pk, days_ago(5), Decimal(8))
    list_.undone()
    assert [dossier.closing for dossier in (*list_.dossiers("1"), *list_.dossiers("2"))] == ["", "withdrawn"]
    with acting_as(list_.who):
        assert list(list_.load.touched.filter(left=True).values_list("dossier_id", flat=True)) == [changed.pk]
    assert list_.load.counts["left"] == 1


def test_what_a_client_did_in_private_after_the_list_is_not_swept_away_with_it() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40), row("2", "Bos, C.", 40)).answered().loaded()
    (private,) = list_.dossiers("1")
    with acting_as(list_.who):
        client = client_of(private)
    with acting_as(client):
        name_goal(client, private.pk, "Weer een ochtend werken")
    with acting_as(list_.who):
        assert not JournalEntry.objects.filter(dossier=private, layer="personal").exists()
    list_.undone()
    assert [dossier.closing for dossier in (*list_.dossiers("1"), *list_.dossiers("2"))] == ["", "withdrawn"]
