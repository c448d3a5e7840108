"""Sample words for the style page. Invented people; the dates follow from a first sick day of 20 April 2026."""

from datetime import date

from django import forms
from django.utils.html import format_html

from spoorboek.site.chart import Point, StepChart
from spoorboek.site.routemap import Kind, Line, RouteMap, State, Station

TODAY = date(2026, 11, 23)
PASSED, AHEAD, CANCELLED = State.PASSED, State.AHEAD, State.CANCELLED
LAW, PRACTICE, EVENT = Kind.LAW, Kind.PRACTICE, Kind.EVENT

BODY = "Jij en je leidinggevende praten over hoe het gaat. Je mag vragen wat er in het plan komt."

TRACK_1 = (
    ("Ziek gemeld", date(2026, 4, 20), "20 april", PASSED, EVENT),
    ("Probleem\u00adanalyse", date(2026, 5, 29), "29 mei ✓", PASSED, LAW),
    ("Plan van aanpak", date(2026, 6, 11), "11 juni ✓", PASSED, LAW),
    ("Evaluatie", date(2026, 9, 3), "3 september ✓", PASSED, PRACTICE),
    ("Evaluatie", date(2026, 12, 3), "rond 3 december", AHEAD, PRACTICE),
    ("Ziekte melden bij UWV", date(2027, 2, 8), "8 feb 2027", AHEAD, LAW),
    ("Eerstejaars\u00adevaluatie", date(2027, 4, 18), "rond 18 april", AHEAD, LAW),
    ("Brief van UWV", date(2027, 12, 27), "rond 27 dec", AHEAD, PRACTICE),
    ("Eind\u00adevaluatie", date(2028, 1, 10), "rond 10 jan 2028", AHEAD, LAW),
    ("RIV naar medewerker", date(2028, 1, 17), "17 jan 2028", AHEAD, LAW),
    ("WIA-aanvraag", date(2028, 1, 30), "30 jan 2028", AHEAD, LAW),
    ("Einde van de 2 jaar", date(2028, 4, 17), "17 apr 2028", AHEAD, LAW),
)
TRACK_2 = (
    ("Start spoor 2", date(2026, 12, 7), "7 december", AHEAD, LAW),
    ("Zoekprofiel", date(2027, 1, 11), "rond 11 jan", AHEAD, PRACTICE),
    ("Proefplaats", date(2027, 3, 1), "vervallen", CANCELLED, EVENT),
    ("Werk\u00adervarings\u00adplaats", date(2027, 5, 17), "rond 17 mei", AHEAD, PRACTICE),
)


def stations(rows: tuple[tuple[str, date, str, State, Kind], ...]) -> tuple[Station, ...]:
    """Stations from rows of title, day, words for the day, state and kind."""
    return tuple(
        Station(
            key=f"{day:%Y%m%d}", title=title, day=day, date_text=text, state=state, kind=kind, href="#why",
            body=format_html("<p>{}</p>", BODY),
        )
        for title, day, text, state, kind in rows
    )  # fmt: skip


def one_line() -> RouteMap:
    """Track 1 only, fourteen stations with *you are here* among them."""
    line = Line(key="track-1", label="Spoor 1 · eigen werkgever", stations=stations(TRACK_1))
    made = RouteMap(lines=(line,), today_label="vandaag · week 32", label="De route van Fatma")
    return made.standing(TODAY, "Je bent hier", "Je werkt nu 2 ochtenden per week")


def two_lines() -> RouteMap:
    """The second track leaves after the early signal of 12 October."""
    lines = (
        Line(key="track-1", label="Spoor 1 · eigen werkgever", stations=stations(TRACK_1)),
        Line(
            key="track-2", label="Spoor 2 · ander werk verkennen", stations=stations(TRACK_2),
            leaves_at=date(2026, 10, 12),
        ),
    )  # fmt: skip
    made = RouteMap(lines=lines, today_label="vandaag · week 32", label="De route van Fatma")
    return made.standing(TODAY, "Je bent hier", "Je werkt nu 2 ochtenden per week")


def few() -> RouteMap:
    """A course that has just begun: few stations, one tier of labels."""
    line = Line(
        key="track-1", label="Spoor 1 · eigen werkgever", stations=stations(TRACK_1[:1] + TRACK_1[5:10])
    )
    made = RouteMap(lines=(line,), today_label="vandaag · week 4", label="De route van Jan")
    return made.standing(date(2026, 5, 18), "Je bent hier")


def hours() -> StepChart:
    """Hours resumed of a contract of 24."""
    points = (
        Point(date(2026, 4, 20), 0),
        Point(date(2026, 8, 31), 4),
        Point(date(2026, 10, 12), 8),
        Point(date(2026, 11, 2), 6),
    )
    return StepChart(
        key="hours",
        title="Hoeveel uur Fatma weer werkt",
        unit="uren per week",
        points=points,
        until=TODAY,
        maximum=24,
    )


class ExampleForm(forms.Form):
    """One field of each kind."""

    first_day = forms.DateField(
        label="Eerste dag dat je niet kon werken", widget=forms.DateInput(attrs={"type": "date"})
    )
    hours = forms.DecimalField(label="Uren per week", help_text="Zoals in het contract staat.")
    kind = forms.ChoiceField(
        label="Soort contract", choices=[("", "Kies"), ("vast", "Vast"), ("tijdelijk", "Tijdelijk")]
    )
    way = forms.ChoiceField(
        label="Hoe wil je praten?", choices=[("bel", "Bellen"), ("zie", "Langskomen"), ("beeld", "Beeldbellen")],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    note = forms.CharField(
        label="Wat spraken jullie af?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    sure = forms.BooleanField(label="Ik heb dit met de medewerker besproken")
