"""What the reader of data files finds wrong with a value, in our own words: `told(kind, facts)`, Dutch and English.

The kinds and their facts are pydantic's (`type` and `ctx` of an error). A kind without a sentence of its own gets a
general one in both languages: nothing reaches an author in the English of a library.
"""

from collections.abc import Mapping
from typing import Any

Pair = tuple[str, str]
GENERAL: Pair = ("deze waarde past hier niet", "this value does not fit here")
TRUE_OR_FALSE: Pair = ("schrijf true of false", "write true or false")
WHOLE_NUMBER: Pair = ("schrijf een heel getal", "write a whole number")
NUMBER: Pair = ("schrijf een getal", "write a number")
TEXT: Pair = ("schrijf een tekst", "write a text")
LIST: Pair = ("schrijf een lijst", "write a list")
PARTS: Pair = (
    "schrijf hier onderdelen met een naam en een waarde",
    "write parts here, each a name and a value",
)
CHOOSE: Pair = ("kies uit {expected}", "choose from {expected}")
EMPTY_OR_SHORT: Pair = (
    "deze tekst is leeg of te kort (minstens {min_length})",
    "this text is empty or too short (at least {min_length})",
)

SAID: Mapping[str, Pair] = {
    "missing": ("dit ontbreekt; schrijf het erbij", "this is missing; add it"),
    "extra_forbidden": ("deze naam bestaat hier niet", "there is no such name here"),
    "invalid_key": ("de naam van een onderdeel is een tekst", "the name of a part is a text"),
    "string_type": TEXT,
    "string_unicode": TEXT,
    "string_too_short": EMPTY_OR_SHORT,
    "string_too_long": (
        "deze tekst is te lang (hooguit {max_length} tekens)",
        "this text is too long (at most {max_length} characters)",
    ),
    "string_pattern_mismatch": (
        "dit is niet goed geschreven; kijk naar het voorbeeld (patroon: {pattern})",
        "this is not written the right way; look at the example (pattern: {pattern})",
    ),
    "literal_error": CHOOSE,
    "enum": CHOOSE,
    "union_tag_invalid": (
        "de soort {tag} bestaat niet; kies uit {expected_tags}",
        "there is no kind {tag}; choose from {expected_tags}",
    ),
    "union_tag_not_found": (
        "zeg welke soort het is, met {discriminator}",
        "say which kind it is, with {discriminator}",
    ),
    "bool_type": TRUE_OR_FALSE,
    "bool_parsing": TRUE_OR_FALSE,
    "int_type": WHOLE_NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "int_parsing_size": WHOLE_NUMBER,
    "int_from_float": WHOLE_NUMBER,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "finite_number": NUMBER,
    "greater_than": ("dit moet meer zijn dan {gt}", "this must be more than {gt}"),
    "greater_than_equal": ("dit moet {ge} of meer zijn", "this must be {ge} or more"),
    "less_than": ("dit moet minder zijn dan {lt}", "this must be less than {lt}"),
    "less_than_equal": ("dit moet {le} of minder zijn", "this must be {le} or less"),
    "too_short": (
        "hier staan er te weinig: {actual_length}, en minstens {min_length} is nodig",
        "there are too few here: {actual_length}, and at least {min_length} are needed",
    ),
    "too_long": (
        "hier staan er te veel: hooguit {max_length} mag",
        "there are too many here: at most {max_length} are allowed",
    ),
    "list_type": LIST,
    "tuple_type": LIST,
    "set_type": LIST,
    "iterable_type": LIST,
    "dict_type": PARTS,
    "mapping_type": PARTS,
    "model_type": PARTS,
    "model_attributes_type": PARTS,
}  # fmt: skip

NO_YAML: Pair = ("geen geldige YAML", "not valid YAML")
YAML_SAID: Mapping[str, Pair] = {
    "mapping values are not allowed": (
        "er staat een dubbele punt waar dat niet kan; zet de tekst tussen aanhalingstekens of kijk naar de inspringing",
        "a colon stands where it cannot; put the text between quotes, or look at the indentation",
    ),
    "found duplicate key": ("deze naam staat hier twee keer", "this name stands here twice"),
    "found character": (
        "er staat een teken dat hier niet kan, zoals een tab; spring in met spaties",
        "there is a character that cannot stand here, such as a tab; indent with spaces",
    ),
    "found unexpected end": (
        "een aanhalingsteken of haakje gaat open en niet meer dicht",
        "a quote or bracket opens and never closes",
    ),
    "did not find expected": (
        "kijk naar de inspringing van deze regel en die erboven",
        "look at the indentation of this line and the one above",
    ),
    "expected": (
        "kijk naar de inspringing, haakjes en komma's op deze regel en die erboven",
        "look at the indentation, brackets and commas on this line and the one above",
    ),
    "could not find expected ':'": (
        "er ontbreekt een dubbele punt achter een naam",
        "a colon is missing behind a name",
    ),
    "aliases are not read": (
        "verwijzingen met * worden niet gelezen; schrijf het uit",
        "aliases with * are not read; write it out",
    ),
    "too deep": ("onderdelen staan te diep in elkaar", "parts stand too deep in one another"),
}


def told(kind: str, facts: Mapping[str, Any]) -> Pair:
    """The sentence for one kind of mistake, with its facts filled in."""
    dutch, english = SAID.get(kind, GENERAL)
    dutch_facts, english_facts = ({**facts, "expected": expected(facts, word)} for word in (" of ", " or "))
    try:
        return dutch.format(**dutch_facts), english.format(**english_facts)
    except KeyError:
        return GENERAL


def expected(facts: Mapping[str, Any], last: str) -> str:
    """What can be chosen, as pydantic lists it ("'a', 'b' or 'c'"), with the word before the last in one language."""
    return last.join(str(facts.get("expected", "")).rsplit(" or ", 1))


def yaml_told(problem: str) -> Pair:
    """Why a text is no YAML, in words that help; general where the reader's own are not known."""
    dutch, english = next((said for start, said in YAML_SAID.items() if problem.startswith(start)), ("", ""))
    return tuple(
        f"{what}: {why}" if why else what for what, why in zip(NO_YAML, (dutch, english), strict=True)
    )  # type: ignore[return-value]
