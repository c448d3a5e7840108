"""Every paper is one accessible file in our own type, and shows its content as it was given."""

import threading
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from spoorboek.papers import (
    Bullets,
    CannotBeMade,
    Choices,
    Facts,
    Notice,
    Paper,
    Paragraph,
    Picture,
    Question,
    Quotation,
    Scale,
    Section,
    Signature,
    Signatures,
    Source,
    Sources,
    Table,
    drawn,
    made,
    typeface,
)
from spoorboek.papers.letters import UNKNOWN, known, legible
from tests.papers.reading import Read

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
OURS = {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}

WHOLE = Paper(
    title="Mijn week, door Gülşen en Łukasz",
    language="nl",
    kind="Werkblad",
    subtitle="Terug naar werk op jouw manier",
    foot="Van Fatma",
    author="De Linde",
    made_on=date(2026, 11, 22),
    content=(
        Paragraph("Dit blad is van jou.", "lead"),
        Section(
            "Wat is dit?",
            (
                Bullets(("Eén", "Twee")),
                Bullets(("Eerst", "Dan"), numbered=True),
                Facts((("Start", "maandag"),)),
                Notice("Let op", (Paragraph("Stoppen mag altijd."),)),
                Section("Dieper", (Table(("Dag", "Ochtend"), (("ma", "werk"), ("di", "rust"))),)),
            ),
        ),
        Section(
            "Vragen",
            (
                Question("Wat geeft je energie?", "Wat komt er in je op?"),
                Question("Wat kost energie?", answers=("Lang zitten", "Drukte")),
                Choices("Wat helpt?", ("Wandelen", "Muziek"), frozenset({1})),
                Scale("Vertrouwen", 0, 10, "geen", "heel veel", 7),
                Picture(DRAWING, "Een blauwe stip", 0.2),
                Quotation("Ik wil graag weer met mensen werken.", "Fatma"),
            ),
        ),
        Section("Bronnen", (Sources((Source("ZonMw", "https://projecten.zonmw.nl/nl"),)),)),
        Section("Tekenen", (Signatures((Signature("Medewerker", "Fatma Yılmaz"), Signature("Coach"))),)),
    ),
)


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(made(WHOLE))


def test_one_file_claims_the_archive_and_the_accessibility_standard(read: Read) -> None:
    assert "<pdfaid:part>2</pdfaid:part>" in read.xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in read.xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in read.xmp


def test_a_reader_is_told_title_language_and_author(read: Read) -> None:
    assert read.root["/Lang"] == "nl-NL"
    assert read.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.reader.metadata is not None
    assert (read.reader.metadata.title, read.reader.metadata.author) == (WHOLE.title, "De Linde")
    assert Read(made(replace(WHOLE, language="en"))).root["/Lang"] == "en-GB"


def test_only_our_own_fonts_are_used_also_for_turkish_and_polish_names(read: Read) -> None:
    assert read.fonts == OURS
    assert "Gülşen en Łukasz" in read.text


def test_headings_lists_tables_and_pictures_are_tagged_as_what_they_are(read: Read) -> None:
    assert read.headings == ["H1", "H2", "H1", "H1", "H1"]
    assert len(read.tags.find("Title")) == 1
    assert len(read.tags.find("L")) == 5
    assert [len(one.find("TH")) for one in read.tags.find("Table")] == [2]
    assert [one.alt for one in read.tags.find("Figure")] == ["Een blauwe stip"]
    assert len(read.tags.find("BlockQuote")) == 1
    assert read.links == ["https://projecten.zonmw.nl/nl"]
    assert [item.title for item in read.reader.outline if not isinstance(item, list)] == [
        "Wat is dit?", "Vragen", "Bronnen", "Tekenen",
    ]  # fmt: skip


def test_nothing_is_painted_outside_the_tags_and_every_link_and_letter_can_be_read(read: Read) -> None:
    assert read.loose == []
    assert read.unspoken_links == 0
    assert read.unmapped_fonts == []


def test_answers_and_choices_are_told_in_words_too(read: Read) -> None:
    assert "Lang zitten" in read.text
    assert "Muziek (gekozen)" in read.flowing
    assert "Wandelen (gekozen)" not in read.flowing
    assert "Antwoord: 7" in read.flowing
    assert "Naam: Fatma Yılmaz" in read.flowing


def test_every_page_carries_its_number(read: Read) -> None:
    for number, page in enumerate(read.reader.pages, 1):
        assert f"pagina {number} van {len(read.reader.pages)}" in page.extract_text()
    assert "page 1 of" in Read(made(replace(WHOLE, language="en"))).text


def test_large_print_says_the_same_on_more_pages(read: Read) -> None:
    large = Read(made(replace(WHOLE, large=True)))
    assert len(large.reader.pages) > len(read.reader.pages)
    assert sorted(set(large.flowing.split())) == sorted(set(read.flowing.split()) | {"4"})


def test_the_same_content_gives_the_same_bytes() -> None:
    assert made(WHOLE) == made(WHOLE)


def test_the_file_says_when_it_was_made(read: Read) -> None:
    assert "<xmp:CreateDate>2026-11-22" in read.xmp


def test_a_photo_is_printed_with_its_words() -> None:
    photo = BytesIO()
    Image.new("RGB", (80, 60), "orange").save(photo, "JPEG")
    read = Read(made(Paper("Foto", "nl", (Picture(photo.getvalue(), "Een oranje vlak"),))))
    assert read.tags.find("Figure")[0].alt == "Een oranje vlak"


TROUBLE = st.text(
    st.sampled_from(list("#$*_`@<>[]{}()\\/~=+-\"'&%^|;:,.!? \nabÉşŁ😀Ж☐→\u200b\x07")), max_size=40
)


@settings(max_examples=25, deadline=None)
@given(TROUBLE, TROUBLE, TROUBLE)
def test_no_text_is_ever_read_as_markup(one: str, two: str, three: str) -> None:
    content = (
        Paragraph(one), Bullets((one, two)), Facts(((one, two),)), Table((one, two), ((two, three),)),
        Question(one, two, 1, (three,)), Choices(one, (two, three)), Quotation(two, three),
        Sources((Source(one, "https://example.nl/" + three),)),
        Signatures((Signature(one, two, three),)), Scale(one, 1, 3, two, three),
    )  # fmt: skip
    read = Read(made(Paper("x" + one, "nl", content, kind=two, subtitle=three, foot=two)))
    for text in (one, two, three):
        assert squeezed(text) in squeezed(read.text)


def squeezed(text: str) -> str:
    return "".join(legible(text).split())


def test_typst_code_stays_text() -> None:
    code = '#panic("x") #read("/etc/passwd") $sum$ *not bold* // no remark https://x.nl <label> @ref'
    assert code in Read(made(Paper("Code", "nl", (Paragraph(code),)))).flowing


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Gülşen Łukasz Ștefan Őrsi Žižek Ñuñez Çelik", "Gülşen Łukasz Ștefan Őrsi Žižek Ñuñez Çelik"),
        ("e\u0301e\u0301n", "één"),
        ("✓ klaar", "[x] klaar"),
        ("a\u200bb\u00adc\x07", "abc"),
        ("Ⅻ ㎏", "XII kg"),
        ("Жанна, Ελένη, مريم, ሰላም 😀", "Жанна, Ελένη, مريم, ሰላም 😀"),
        ("漢字", UNKNOWN * 2),
    ],
)  # fmt: skip
def test_what_our_type_has_no_form_for_is_written_otherwise_or_marked(text: str, printed: str) -> None:
    assert legible(text) == printed


def test_the_fonts_are_what_the_package_of_the_pages_makes(tmp_path: Path) -> None:
    fresh = {path.name: path.read_bytes() for path in typeface.make(tmp_path)}
    assert fresh == {path.name: path.read_bytes() for path in typeface.FONTS.glob("atkinson*.ttf")}
    assert set("ŞşĞğİıŁłŃńŻżŐőȘș€’“„–•") <= known()


def test_own_words_in_another_script_come_out_on_paper() -> None:
    read = Read(
        made(Paper("Моя неделя", "nl", (Question("Wat wil je?", answers=("Γειά σου 😀", "مريم", "ሰላም")),)))
    )
    assert "Моя неделя" in read.text
    assert "Γειά σου 😀" in read.text
    assert "ሰላም" in read.text
    assert {font.partition("-")[0] for font in read.fonts} >= {
        "NotoSansArabic",
        "NotoSansEthiopic",
        "NotoEmoji",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ((Picture(DRAWING, " "),), "a picture needs words"),
        ((Table(("a", "b"), (("1",),)),), "more or fewer texts than columns"),
        ((Section(" ", ()),), "needs a title"),
        ((Section("1", (Section("2", (Section("3", (Section("4", ()),)),)),)),), "deeper than 3"),
        ((Picture(b"<svg", "Kapot"),), "cannot be made"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_aloud_is_refused(content: tuple[Paragraph, ...], said: str) -> None:
    with pytest.raises(CannotBeMade, match=said):
        made(Paper("Titel", "nl", content))


def test_a_paper_without_a_title_is_refused() -> None:
    with pytest.raises(CannotBeMade, match="needs a title"):
        made(Paper(" ", "nl", ()))


def test_several_papers_can_be_made_at_once() -> None:
    results: list[bytes] = []
    threads = [threading.Thread(target=lambda: results.append(made(WHOLE))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [made(WHOLE)] * 4


def test_pages_can_be_drawn_to_look_at() -> None:
    assert [page[:4] for page in drawn(WHOLE, 40)] == [b"\x89PNG"] * len(Read(made(WHOLE)).reader.pages)
