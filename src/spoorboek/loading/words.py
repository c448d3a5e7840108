"""The words for what is found in a list. Every sentence says what to do about it; none repeats anything"
" about health."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.lists.columns import Column
from spoorboek.lists.findings import Code
from spoorboek.loading.comparing import Note, Why

Words = str | Promise

COLUMNS: dict[Column, Words] = {
    Column.NUMBER: _("Personeelsnummer"),
    Column.NAME: _("Naam (helemaal)"),
    Column.FIRST_NAME: _("Voornaam"),
    Column.INITIALS: _("Voorletters"),
    Column.PREFIX: _("Tussenvoegsel"),
    Column.LAST_NAME: _("Achternaam"),
    Column.BIRTH_DATE: _("Geboortedatum"),
    Column.STARTS: _("Eerste ziektedag"),
    Column.SINCE: _("Percentage geldt vanaf"),
    Column.FIT_FROM: _("Eerste dag weer aan het werk"),
    Column.LAST_DAY: _("Laatste ziektedag"),
    Column.ENDS: _("Einddatum (vraag volgt)"),
    Column.PERCENTAGE: _("Percentage (vraag volgt)"),
    Column.HOURS_WORKED: _("Uren die iemand werkt, per week"),
    Column.CONTRACT_HOURS: _("Contracturen per week"),
    Column.JOB: _("Functie"),
    Column.TEAM: _("Team of afdeling"),
    Column.SUPERVISOR: _("Leidinggevende"),
    Column.EMPLOYMENT_STARTS: _("In dienst sinds"),
    Column.EMPLOYMENT_ENDS: _("Uit dienst per (laatste dag)"),
    Column.ABSENCE: _("Nummer van de ziekmelding"),
    Column.IGNORED: _("Niet gebruiken"),
}
"""What a column can be chosen to be, in the order in which it is offered."""
ONLY_ABSENCES = frozenset(
    {
        Column.STARTS, Column.SINCE, Column.FIT_FROM, Column.LAST_DAY, Column.ENDS, Column.PERCENTAGE,
        Column.HOURS_WORKED, Column.ABSENCE,
    }
)  # fmt: skip

WORTH_SHOWING = frozenset(
    {*ONLY_ABSENCES, Column.CONTRACT_HOURS, Column.EMPLOYMENT_STARTS, Column.BIRTH_DATE}
) - {Column.ABSENCE}
"""What stands beside a name in the preview."""

FILE: dict[str, Words] = {
    Code.EMPTY: _("In dit bestand staan geen rijen. Kijk of je het goede bestand hebt gekozen."),
    Code.TOO_LARGE: _("Dit bestand is te groot. Knip het in stukken van ten hoogste 100.000 rijen en 20 MB."),
    Code.NOT_A_LIST: _(
        "Dit bestand is geen lijst die Spoorboek kan lezen. Sla het in je spreadsheet op als CSV of als Excel-werkmap"
        " (.xlsx) en probeer het opnieuw."
    ),
    Code.PASSWORD: _(
        "Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord en probeer het opnieuw."
    ),
}

PASSED: dict[str, Words] = {
    Code.TOTALS: _("Overgeslagen: rijen met een totaal"),
    Code.BLANK_LINES: _("Overgeslagen: lege rijen"),
    Code.HEADERS_AGAIN: _("Overgeslagen: rijen waar de kopjes nog eens staan"),
    Code.TWO_HEADERS: _("De kopjes staan op twee rijen; die zijn samengenomen"),
    Code.MERGED: _("Samengevoegde cellen: elke rij kreeg de waarde van de hele cel"),
    Code.OTHER_SHEETS: _(
        "Het bestand heeft meer bladen; alleen het volste blad is gelezen. Andere bladen met inhoud"
    ),
}

ROWS: dict[str, Words] = {
    Code.MEDICAL_CELL: _(
        "In kolom “%(column)s” staat iets over gezondheid. Dat mag hier niet staan en is niet gelezen. Haal"
        " het weg uit je"
        " lijst."
    ),
    Code.BSN_CELL: _(
        "In kolom “%(column)s” staat een burgerservicenummer. Dat mag hier niet staan en is niet gelezen."
        " Haal het weg uit"
        " je lijst."
    ),
    Code.FORMULA: _(
        "In kolom “%(column)s” staat een formule in plaats van een waarde. Plak daar de waarde zelf."
    ),
    Code.NO_PERSON: _("Bij deze rij staat niet om wie het gaat. Vul het personeelsnummer of de naam in."),
    Code.NO_START: _("De eerste ziektedag ontbreekt. Vul die dag in."),
    Code.NOT_A_DAY: _("In kolom “%(column)s” staat “%(there)s”. Dat is geen dag. Schrijf dag-maand-jaar."),
    Code.WHICH_ORDER: _(
        "In kolom “%(column)s” staat “%(there)s”. Dat kunnen twee dagen zijn. Schrijf de maand als woord."
    ),
    Code.WHICH_CENTURY: _("In kolom “%(column)s” staat “%(there)s”. Schrijf het jaar met vier cijfers."),
    Code.FUTURE: _("In kolom “%(column)s” staat %(there)s. Die dag moet nog komen. Kijk de datum na."),
    Code.ENDS_BEFORE_START: _(
        "Het einde (%(there)s) ligt niet na de eerste ziektedag. Kijk beide dagen na. Was de melding een"
        " vergissing? Haal de"
        " rij dan weg."
    ),
    Code.NOT_A_PART: _("In kolom “%(column)s” staat “%(there)s”. Dat is geen percentage van 0 tot 100."),
    Code.WHICH_SCALE: _(
        "In kolom “%(column)s” staat “%(there)s”. Dat kan minder dan 1 %% zijn, of een breuk. Schrijf"
        " bijvoorbeeld 50 %%."
    ),
    Code.NOT_HOURS: _(
        "In kolom “%(column)s” staat “%(there)s”. Dat is geen aantal uren per week van 0 tot 80."
    ),
    Code.REPEATED: _("Deze rij staat er al: zie rij %(row)s."),
    Code.OVERLAPS: _(
        "Deze ziekteperiode loopt door die van rij %(row)s heen. Is het er één? Geef ze dezelfde eerste"
        " ziektedag. Zijn het er"
        " twee? Vul bij de eerste het herstel in."
    ),
    Code.ONE_START_TWO_ENDS: _(
        "Deze rij begint op dezelfde dag als rij %(row)s, maar eindigt anders. Laat de goede staan."
    ),
    Code.WHEN_CHANGED: _(
        "Rij %(row)s zegt over dezelfde dag een ander percentage. Zeg vanaf welke dag elk percentage geldt."
    ),
    Code.FULLY_AT_WORK: _(
        "Vanaf %(there)s wordt alles gewerkt, maar er is geen herstel. Vul het herstel in, of zeg dat"
        " iemand nog ziek is."
    ),
    Code.STEP_OUTSIDE: _("De wijziging van %(there)s valt buiten de ziekteperiode. Kijk de dagen na."),
    Code.TWO_PEOPLE: _("Bij nummer %(there)s staan verschillende namen. Kijk bij wie dit nummer hoort."),
    Code.WAITS: _(
        "Deze rij wacht op rij %(row)s van dezelfde persoon: een eerdere ziekteperiode kan er later niet meer vóór."
    ),
    Why.COLLEAGUES: _(
        "Deze medewerker heeft al een dossier bij een collega. Vraag je collega om het over te dragen of"
        " bij te werken."
    ),
    Why.OTHER_END: _(
        "In Spoorboek staat herstel op %(here)s, in de lijst op %(there)s. Verbeter wat niet klopt: in het"
        " dossier of in de"
        " lijst."
    ),
    Why.ENDED_HERE: _(
        "In Spoorboek staat herstel op %(here)s; in de lijst staat geen herstel. Vul het aan in de lijst."
    ),
    Why.OTHER_HOURS: _(
        "In Spoorboek staan %(here)s uur, in de lijst %(there)s uur. Verbeter wat niet klopt."
    ),
    Why.CLOSED_HERE: _(
        "Deze periode is in Spoorboek hersteld op %(here)s. De uren vanaf %(there)s kunnen er alleen in het"
        " dossier bij."
    ),
    Why.OTHER_START: _(
        "In Spoorboek begint deze ziekteperiode op %(here)s, in de lijst op %(there)s. Verbeter de dag in"
        " het dossier of in de"
        " lijst."
    ),
    Why.OLDER: _(
        "In Spoorboek staat al een latere ziekteperiode. Een oudere (%(there)s) kan er niet meer vóór. Voor"
        " de data van nu is"
        " dat niet nodig."
    ),
    Why.NO_HOURS: _(
        "De contracturen zijn niet bekend, en zonder die uren zegt een percentage niets. Vul de"
        " contracturen in, of laad eerst"
        " de personeelslijst."
    ),
    Why.TOO_MANY_HOURS: _("Er staat %(there)s uur werk, maar het contract is %(here)s uur. Kijk beide na."),
    Why.BEFORE_EMPLOYMENT: _(
        "De eerste ziektedag (%(there)s) ligt vóór het begin van het dienstverband (%(here)s)."
    ),
    Why.AFTER_EMPLOYMENT: _(
        "De eerste ziektedag (%(there)s) ligt na het einde van het dienstverband (%(here)s)."
    ),
    Why.UNKNOWN_PERSON: _(
        "Nummer %(there)s kent Spoorboek niet, en er staat geen naam bij. Laad eerst de personeelslijst, of"
        " vul de naam in."
    ),
    Why.MAYBE_KNOWN: _(
        "Dit kan %(here)s zijn, die al in Spoorboek staat. Kies bij “Mensen” of het dezelfde persoon is."
    ),
    Why.OTHER_NAME: _(
        "Dit nummer is in Spoorboek van %(here)s, in de lijst van %(there)s. Kijk bij wie het hoort."
    ),
    Why.NO_FIRST_NAME: _("Van %(there)s ontbreekt de voornaam of voorletter. Vul die in."),
    Why.RUNNING_DOSSIER: _(
        "Er loopt een dossier van deze medewerker. Wijzig dit bij de feiten van dat dossier."
    ),
    Why.OTHER_CONTRACT: _(
        "In Spoorboek staan %(here)s contracturen, in de lijst %(there)s. De lijst zegt niet vanaf welke"
        " dag. Wijzig het in het"
        " dossier, of laat de uren weg."
    ),
    Why.STARTS_LATER: _("Het dienstverband begint pas op %(there)s. Laad deze rij na die dag."),
}

SHORT: dict[str, Words] = {
    Code.MEDICAL_CELL: _("Iets over gezondheid in een cel"),
    Code.BSN_CELL: _("Een burgerservicenummer in een cel"),
    Code.FORMULA: _("Een formule in plaats van een waarde"),
    Code.NO_PERSON: _("Niet duidelijk om wie het gaat"),
    Code.NO_START: _("Geen eerste ziektedag"),
    Code.NOT_A_DAY: _("Geen dag"),
    Code.WHICH_ORDER: _("Kan twee dagen zijn"),
    Code.WHICH_CENTURY: _("Jaar met twee cijfers"),
    Code.FUTURE: _("Een dag die nog moet komen"),
    Code.ENDS_BEFORE_START: _("Einde niet na het begin"),
    Code.NOT_A_PART: _("Geen percentage"),
    Code.WHICH_SCALE: _("Procent of breuk"),
    Code.NOT_HOURS: _("Geen aantal uren"),
    Code.REPEATED: _("Dubbele rij"),
    Code.OVERLAPS: _("Loopt door een andere periode heen"),
    Code.ONE_START_TWO_ENDS: _("Eén begin, twee einden"),
    Code.WHEN_CHANGED: _("Twee percentages op één dag"),
    Code.FULLY_AT_WORK: _("Alles gewerkt, geen herstel"),
    Code.STEP_OUTSIDE: _("Wijziging buiten de periode"),
    Code.TWO_PEOPLE: _("Eén nummer, twee namen"),
    Code.WAITS: _("Wacht op een andere rij"),
    Why.COLLEAGUES: _("Dossier bij een collega"),
    Why.OTHER_END: _("Ander herstel dan in Spoorboek"),
    Why.ENDED_HERE: _("In Spoorboek al hersteld"),
    Why.OTHER_HOURS: _("Andere uren dan in Spoorboek"),
    Why.CLOSED_HERE: _("Uren in een periode die al hersteld is"),
    Why.OTHER_START: _("Andere eerste dag dan in Spoorboek"),
    Why.OLDER: _("Ouder dan wat er al staat"),
    Why.NO_HOURS: _("Contracturen onbekend"),
    Why.TOO_MANY_HOURS: _("Meer uren dan het contract"),
    Why.BEFORE_EMPLOYMENT: _("Vóór het dienstverband"),
    Why.AFTER_EMPLOYMENT: _("Na het dienstverband"),
    Why.UNKNOWN_PERSON: _("Onbekend nummer zonder naam"),
    Why.MAYBE_KNOWN: _("Misschien dezelfde persoon"),
    Why.OTHER_NAME: _("Nummer van iemand anders"),
    Why.NO_FIRST_NAME: _("Geen voornaam"),
    Why.RUNNING_DOSSIER: _("Er loopt een dossier"),
    Why.OTHER_CONTRACT: _("Andere contracturen"),
    Why.STARTS_LATER: _("Nog niet in dienst"),
}
"""A kind of doubt or refusal in a few words, for choosing which to look at."""


def about_file(code: str) -> str:
    """Why a file cannot be read, and what to do."""
    return str(FILE.get(code, FILE[Code.NOT_A_LIST]))


def about_row(note: Note) -> str:
    """Why a row is what it is, in a sentence."""
    said = ROWS.get(note.code)
    if said is None:
        return ""
    values = {"column": note.column, "here": note.here, "there": note.there, "row": note.row}
    return str(said) % values
