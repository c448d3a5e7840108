"""What a module must keep to as a whole: every way through a conversation ends, and both languages say the same."""

from collections.abc import Callable, Iterator

from spoorboek.methods.modules.model import Edition, Kind, Node, Step
from spoorboek.methods.reading import Mistake, Words, words

WAYS_ENOUGH = 2
"""A conversation has several good ways through it."""
GOOD_END = "## goodbye {end good}"
NEVER_REACHED = words("wordt nooit bereikt", "is never reached")
GOES_ROUND = words("gaat rond en eindigt nooit", "goes round and never ends")
TOO_FEW_WAYS = words("er zijn geen twee goede wegen doorheen", "has no two good ways through it")
END_WITH_CHOICES = words("is een einde en heeft toch keuzes", "is an end and still has choices")
DEAD_END = words(
    "loopt dood: geef keuzes of noem het een einde",
    "is a dead end: give it choices or mark it as an end",
)
ONE_CHOICE = words("heeft maar één keuze, en dat is er geen", "has one choice only, which is none")


def strays(edition: Edition) -> list[Mistake]:
    """Everything wrong with the conversations of one edition."""
    return [
        Mistake(edition.file, line, f"{step.key}: {key}", message, example)
        for step in edition.steps
        if step.kind is Kind.CONVERSATION
        for line, key, message, example in wrong_in(step)
    ]


def wrong_in(step: Step) -> Iterator[tuple[int, str, Words, str]]:
    """Line, moment, what is wrong, and an example."""
    for node in step.nodes.values():
        yield from wrong_at(step, node)
    reached = within_reach(step)
    for node in step.nodes.values():
        if node.key not in reached:
            yield node.line, node.key, NEVER_REACHED, f"- […](#{node.key})"
        elif node.choices and not leads_out(step.nodes, node):
            yield node.line, node.key, GOES_ROUND, GOOD_END
    if good_ways(step.nodes, step.first) < WAYS_ENOUGH:
        yield step.line, step.first.key, TOO_FEW_WAYS, GOOD_END


def wrong_at(step: Step, node: Node) -> Iterator[tuple[int, str, Words, str]]:
    """What is wrong with one moment by itself."""
    for choice in node.choices:
        if choice.leads_to not in step.nodes:
            to = repr(choice.leads_to)
            said = words(f"leidt naar {to}, en dat is er niet", f"leads to {to}, which is not there")
            yield choice.line, node.key, said, "](#opening)"
    if node.end and node.choices:
        yield node.line, node.key, END_WITH_CHOICES, GOOD_END
    if not node.end and not node.choices:
        yield node.line, node.key, DEAD_END, "{end good}"
    if len(node.choices) == 1:
        yield node.line, node.key, ONE_CHOICE, "- [Iets anders](#…)"


def within_reach(step: Step) -> set[str]:
    """The moments that some way through the conversation comes by."""
    reached: set[str] = set()
    waiting = [step.first.key]
    while waiting:
        key = waiting.pop()
        if key not in reached and key in step.nodes:
            reached.add(key)
            waiting += [choice.leads_to for choice in step.nodes[key].choices]
    return reached


def leads_out(nodes: dict[str, Node], start: Node) -> bool:
    """Whether an end can be reached from here."""
    seen: set[str] = set()
    waiting = [start.key]
    while waiting:
        key = waiting.pop()
        if key in seen or key not in nodes:
            continue
        seen.add(key)
        if nodes[key].end:
            return True
        waiting += [choice.leads_to for choice in nodes[key].choices]
    return False


def good_ways(nodes: dict[str, Node], node: Node, past: frozenset[str] = frozenset()) -> int:
    """How many ways, without coming anywhere twice, lead to a good end; counts no further than enough."""
    if node.end:
        return int(node.end == "good")
    found = 0
    for choice in node.choices:
        after = nodes.get(choice.leads_to)
        if after and after.key not in past and found < WAYS_ENOUGH:
            found += good_ways(nodes, after, past | {node.key})
    return found


Told = Callable[[Step], object]
SAME: tuple[tuple[Words, Told], ...] = (
    (words("soort", "kind"), lambda step: str(step.kind)),
    (words("pagina of werkblad", "page or worksheet"), lambda step: step.door),
    (words("aantal antwoorden", "number of answers"), lambda step: len(step.items)),
    (
        words("goede antwoorden", "good answers"),
        lambda step: [number for number, item in enumerate(step.items, 1) if item.right],
    ),
    (
        words("antwoorden per groep", "answers in each group"),
        lambda step: [item.group + 1 for item in step.items],
    ),
    (words("aantal groepen", "number of groups"), lambda step: len(step.groups)),
    (
        words("momenten", "moments"),
        lambda step: [(node.key, node.end or "goes on") for node in step.nodes.values()],
    ),
    (
        words("keuzes", "choices"),
        lambda step: [[choice.leads_to for choice in node.choices] for node in step.nodes.values()],
    ),
    (
        words("wie spreekt, en hoe", "who speaks, and how"),
        lambda step: [[(one.speaker, str(one.mood)) for one in node.said] for node in step.nodes.values()],
    ),
)


def differences(dutch: Edition, english: Edition) -> Iterator[Mistake]:
    """Where the English is not the same module as the Dutch."""
    for name in ("for_", "minutes"):
        if getattr(dutch.head, name) != getattr(english.head, name):
            ours = str(getattr(dutch.head, name))
            yield Mistake(english.file, 1, name.rstrip("_"), differs_from(dutch), ours)
    looks = [{key: one.look for key, one in edition.head.cast.items()} for edition in (dutch, english)]
    if looks[0] != looks[1]:
        yield Mistake(english.file, 1, "cast", differs_from(dutch), str(looks[0]))
    keys = [[step.key for step in edition.steps] for edition in (dutch, english)]
    if keys[0] != keys[1]:
        yield Mistake(english.file, 0, "", other_steps(dutch, *keys))
        return
    for theirs, step in zip(english.steps, dutch.steps, strict=True):
        yield from different_steps(english, theirs, dutch, step)


def differs_from(dutch: Edition) -> Words:
    return words(f"verschilt van {dutch.file}", f"differs from {dutch.file}")


def other_steps(dutch: Edition, ours: list[str], theirs: list[str]) -> Words:
    """That the English has not the steps of the Dutch."""
    missing, have = ", ".join(key for key in ours if key not in theirs), ", ".join(ours)
    if missing:
        return words(
            f"mist {missing}; {dutch.file} heeft {have}", f"misses {missing}; {dutch.file} has {have}"
        )
    return words(
        f"heeft andere stappen, of een andere volgorde; {dutch.file} heeft {have}",
        f"has other steps, or in another order; {dutch.file} has {have}",
    )


def different_steps(english: Edition, theirs: Step, dutch: Edition, ours: Step) -> Iterator[Mistake]:
    """Where a step of the English is built otherwise than in the Dutch."""
    for name, told in SAME:
        if told(theirs) != told(ours):
            said = words(f"{name.nl}: niet als in {dutch.file}", f"{name.en}: not as in {dutch.file}")
            yield Mistake(english.file, theirs.line, theirs.key, said, short(told(ours)))


def short(expected: object) -> str:
    """What the other language has, where that helps to see; nothing where it would fill the screen."""
    text = str(expected)
    return text if len(text) <= 80 else ""
