"""The demo's dossiers as data: invented people of an elderly-care employer, one at every stage of the road.

All days are counted from the first sick day (day 0), so that the demo looks the same on any date.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Talk:
    """An appointment still to come: days from today, hour, minute, kind and way."""

    in_days: int
    hour: int
    minute: int
    kind: str
    way: str


@dataclass(frozen=True)
class Case:
    """One invented person. `sick_for` is days until today; every other day is counted from the first sick day."""

    first_name: str
    last_name: str
    job: str
    contract: int
    sick_for: int
    born: int = 1978
    team: str = "north"
    hours: tuple[tuple[int, float], ...] = ()
    done: tuple[tuple[str, int, int], ...] = ()
    moments: tuple[tuple[str, int], ...] = ()
    breaks: tuple[tuple[int, int | None], ...] = ()
    leave: tuple[int, int] | None = None
    same_cause: str = ""
    notes: tuple[tuple[int, str, str], ...] = ()
    talks: tuple[Talk, ...] = ()
    sanction: int | None = None
    shortening: int | None = None
    ends: int | None = None
    withdrawn: bool = False
    labour_expert: bool = False
    coach: bool = False
    language: str = "nl"
    is_client_account: bool = False
    tags: tuple[str, ...] = field(default=())
    employer: str = "linde"


def start(analysis: int = 38, plan: int = 50) -> tuple[tuple[str, int, int], ...]:
    """The first two steps, done on these days."""
    return (("problem-analysis", 0, analysis), ("plan-of-action", 0, plan), ("case-manager", 0, plan))


def evaluated(*days: int) -> tuple[tuple[str, int, int], ...]:
    """Progress evaluations held on these days."""
    return tuple(("progress-evaluation", number, day) for number, day in enumerate(days))


REPORTED = (("report-42-weeks", 0, 291),)
FIRST_YEAR = (
    *start(),
    *evaluated(92, 134, 176, 218, 260, 302, 344),
    *REPORTED,
    ("first-year-evaluation", 0, 360),
)

CASES: tuple[Case, ...] = (
    Case(
        "Fatma",
        "Yilmaz",
        "Verzorgende IG",
        24,
        216,
        born=1984,
        is_client_account=True,
        labour_expert=True,
        coach=True,
        hours=((120, 4), (164, 8)),
        done=(*start(39, 52), *evaluated(94, 137, 178)),
        moments=(("early-signal", 175),),
        notes=(
            (20, "phone", "Kort gebeld. Afgesproken: volgende week weer bellen, op dinsdag rond koffietijd."),
            (
                164,
                "in_person",
                "Vier uur per ochtend op maandag en donderdag, op de huiskamer. Over drie weken samen bekijken.",
            ),
        ),
        talks=(Talk(4, 10, 30, "company_doctor", "in_person"), Talk(12, 14, 0, "evaluation", "in_person")),
    ),
    Case("Jan", "de Boer", "Kok", 36, 3, born=1969),
    Case(
        "Ineke",
        "Visser",
        "Medewerker huishouding",
        20,
        12,
        born=1963,
        notes=((2, "phone", "Gebeld. Collega Petra neemt de diensten van deze week over."),),
    ),
    Case(
        "Mohamed",
        "El Amrani",
        "Helpende",
        28,
        33,
        born=1995,
        team="south",
        talks=(Talk(3, 9, 0, "company_doctor", "phone"),),
    ),
    Case("Sanne", "Bakker", "Verpleegkundige", 32, 46, born=1990, team="south"),
    Case("Piet", "Jansen", "Technisch beheerder", 40, 60, born=1966, done=(("problem-analysis", 0, 41),)),
    Case(
        "Karin",
        "Mulder",
        "Activiteitenbegeleider",
        28,
        103,
        born=1974,
        hours=((70, 8), (91, 16)),
        done=(*start(), *evaluated(91)),
    ),
    Case("Dewi", "Saputra", "Verzorgende", 24, 150, born=1993, done=start(), leave=(60, 112)),
    Case(
        "Lotte",
        "Smit",
        "Wijkverpleegkundige",
        32,
        240,
        born=1991,
        team="south",
        done=start(),
        leave=(70, 112),
        same_cause="yes",
    ),
    Case(
        "Ahmet",
        "Kaya",
        "Chauffeur dagbesteding",
        30,
        75,
        born=1981,
        done=start(),
        hours=((45, 15),),
        breaks=((65, None),),
    ),
    Case("Marga", "Hendriks", "Gastvrouw", 18, 130, born=1968, done=start(), breaks=((70, 97),)),
    Case(
        "Bram",
        "Willems",
        "Fysiotherapeut",
        36,
        290,
        born=1987,
        team="south",
        done=(*start(), *evaluated(92, 134, 176, 218, 260)),
        hours=((200, 12),),
    ),
    Case(
        "Yvonne", "Dekker", "Teamleider", 36, 302, born=1972, done=(*start(), *evaluated(94, 140, 190, 240))
    ),
    Case(
        "Hans",
        "Peters",
        "Nachtverzorgende",
        28,
        357,
        born=1965,
        done=(*start(), *evaluated(92, 134, 176, 218, 260, 302), *REPORTED),
        moments=(("early-signal", 330),),
        labour_expert=True,
        coach=True,
        talks=(Talk(2, 11, 0, "evaluation", "in_person"),),
    ),
    Case(
        "Roos",
        "van Dijk",
        "Verzorgende IG",
        32,
        398,
        born=1979,
        team="south",
        done=FIRST_YEAR,
        labour_expert=True,
    ),
    Case(
        "Tineke",
        "Postma",
        "Roosterplanner",
        24,
        520,
        born=1970,
        done=FIRST_YEAR,
        moments=(("early-signal", 362), ("second-track-start", 384)),
        coach=True,
        labour_expert=True,
        hours=((300, 6),),
    ),
    Case(
        "Kees",
        "Vermeer",
        "Huismeester",
        36,
        628,
        born=1967,
        team="south",
        done=FIRST_YEAR,
        moments=(("second-track-start", 380), ("uwv-letter", 616)),
        coach=True,
    ),
    Case(
        "Olga",
        "Nowak",
        "Medewerker linnenkamer",
        24,
        652,
        born=1976,
        language="other",
        done=(*FIRST_YEAR, ("riv-to-employee", 0, 630)),
        moments=(("second-track-start", 390), ("uwv-letter", 617)),
        coach=True,
    ),
    Case(
        "Willem",
        "de Wit",
        "Verpleegkundige",
        32,
        690,
        born=1971,
        done=(*FIRST_YEAR, ("final-evaluation", 0, 620), ("riv-to-employee", 0, 634)),
        moments=(("second-track-start", 388), ("uwv-letter", 615), ("wia-application", 640)),
        coach=True,
    ),
    Case(
        "Farida",
        "Haddad",
        "Verzorgende",
        28,
        790,
        born=1973,
        team="south",
        done=(*FIRST_YEAR, ("final-evaluation", 0, 622), ("riv-to-employee", 0, 635)),
        moments=(("second-track-start", 470), ("uwv-letter", 618), ("wia-application", 645)),
        sanction=682,
        shortening=780,
        coach=True,
    ),
    Case("Gerda", "Prins", "Oproepkracht keuken", 16, 140, born=1999, done=start(), ends=112),
    Case(
        "Maria", "Lopes", "Verzorgende", 24, 200, born=1986, team="south", done=start(), breaks=((90, None),)
    ),
    Case("Tom", "Brouwer", "Administratief medewerker", 32, 5, born=1992, withdrawn=True),
)
