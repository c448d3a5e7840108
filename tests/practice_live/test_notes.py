"""A note that the coach writes beside the scene, and what it leaves alone."""

from datetime import timedelta

from spoorboek.dossiers.models import Appointment
from spoorboek.people.actor import acting_as
from spoorboek.programme.coaching.acts.sessions import write_agenda, write_note
from spoorboek.programme.coaching.models import Agenda, Note
from spoorboek.site import clock
from tests.practice_live.cast import practising
from tests.signed_in import signed_in


def test_a_note_while_somebody_practises_leaves_the_agenda_of_the_talk_standing() -> None:
    pair = practising()
    with acting_as(pair.coach_actor):
        talk = Appointment.objects.create(
            dossier=pair.dossier,
            with_account=pair.coach.account,
            kind=Appointment.Kind.COACH,
            way=Appointment.Way.IN_PERSON,
            starts_at=clock.now() - timedelta(minutes=10),
        )
        agenda = write_agenda(pair.coach_actor, pair.dossier.pk, ["Hoe is het?"], talk.pk)
    path = f"/oefenen-met-vr/{pair.session.pk}/notitie/"
    assert signed_in(pair.coach).post(path, {"text": "Adem eerst uit, dan de vraag."}).status_code == 200
    with acting_as(pair.coach_actor):
        assert Note.objects.filter(dossier=pair.dossier).count() == 1
        assert Agenda.objects.get(pk=agenda.pk).held_on is None
        write_note(pair.coach_actor, pair.dossier.pk, clock.today(), "We spraken alles door.")
        assert Agenda.objects.get(pk=agenda.pk).held_on == clock.today()
