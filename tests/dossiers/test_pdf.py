"""A paper as a file: in a practice world it says so."""

from io import BytesIO

from pypdf import PdfReader

from spoorboek.dossiers.views.pdf import as_file
from spoorboek.papers import Paper, Paragraph
from spoorboek.site import clock

CONSENT = Paper(
    "Doe je mee?", "nl", (Paragraph("Ja of nee."),), kind="Toestemming", foot="Terug naar werk 1.1"
)


def pages(paper: Paper) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(as_file(paper, "stuk").content)).pages]


def test_a_paper_from_a_practice_world_says_on_each_page_that_it_is_none() -> None:
    with clock.practising(0):
        (page,) = pages(CONSENT)
    assert "Oefening, geen echt stuk · Terug naar werk 1.1" in page
    assert "Oefening · Toestemming" in page


def test_a_real_paper_does_not() -> None:
    assert "Oefening" not in "".join(pages(CONSENT))
