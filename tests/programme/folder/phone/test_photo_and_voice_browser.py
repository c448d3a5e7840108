"""A photo and a voice beside an answer: made smaller on the phone, spoken with the keyboard alone."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.programme.folder.access import attachment
from spoorboek.programme.folder.models import Attachment
from tests.browser.chrome import axe_finds
from tests.builders import client_of
from tests.programme.folder.phone.conftest import Phones
from tests.programme.folder.phone.hands import OFFLINE, QUESTION, answers, keeps_the_folder, opens, says

pytestmark = pytest.mark.browser


def photo_with_a_place() -> bytes:
    """A large photo that says where it was taken."""
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera van Fatma"
    exif.get_ifd(0x8825)[1] = "N"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(made, "JPEG", quality=95, exif=exif)
    return made.getvalue()


def test_a_photo_without_a_link_is_made_smaller_loses_its_place_and_arrives_later(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    context.set_offline(True)
    page = opens(context, QUESTION)
    page.get_by_text("Liever een foto of je stem?").click()
    large = photo_with_a_place()
    assert b"Camera van Fatma" in large
    page.locator("#photo").set_input_files({"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no photo"})
    expect(page.get_by_text("Deze foto kunnen we niet openen.")).to_be_visible()
    page.locator("#photo").set_input_files({"name": "blad.jpg", "mimeType": "image/jpeg", "buffer": large})
    expect(page.get_by_role("img", name="Je foto")).to_be_visible()
    says(page, OFFLINE)
    context.set_offline(False)
    says(page, "Bewaard.")
    (key,) = answers(dossier).value["attachments"]
    owner = client_of(dossier)
    with acting_as(owner):
        row = Attachment.objects.get(pk=key)
        _row, content = attachment(owner, row.pk)
    assert row.kind == Attachment.Kind.PHOTO
    assert len(content) < 1_300_000 < len(large)
    kept = Image.open(io.BytesIO(content))
    assert max(kept.size) <= 1600
    assert not kept.getexif()
    assert b"Fatma" not in content


A_VOICE = """() => {
  navigator.mediaDevices.getUserMedia = async () => {
    const room = new AudioContext();
    const tone = room.createOscillator();
    const here = room.createMediaStreamDestination();
    tone.connect(here);
    tone.start();
    return here.stream;
  };
}"""


def test_an_answer_is_spoken_with_the_keyboard_alone_and_heard_again(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    page = opens(context, QUESTION)
    page.evaluate(A_VOICE)
    page.get_by_text("Liever een foto of je stem?").click()
    page.get_by_role("button", name="Spreek in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_focused()
    expect(page.get_by_text("We luisteren.")).to_be_visible()
    expect(page.locator("[data-voice-time]")).to_have_text(re.compile("0:0[1-9]"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Je opname")).to_be_visible()
    says(page, "Bewaard.")
    assert axe_finds(page) == []
    (key,) = answers(dossier).value["attachments"]
    owner = client_of(dossier)
    with acting_as(owner):
        row = Attachment.objects.get(pk=key)
    assert (row.kind, row.media_type) == (Attachment.Kind.VOICE, "audio/webm")
