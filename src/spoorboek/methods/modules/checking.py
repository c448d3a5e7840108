"""What a module must keep to as a whole: every way through a conversation ends, and both languages say the same."""

from collections.abc import Callable, Iterator

from spoorboek.methods.modules.model import Edition, Kind, Node, Step
from spoorboek.methods.reading import Mistake

WAYS_ENOUGH = 2
"""A conversation has several good ways through it."""


def strays(edition: Edition) -> list[Mistake]:
    """Everything wrong with the conversations of one edition."""
    return [
        Mistake(edition.file, line, f"{step.key}: {key}", message, example)
        for step in edition.steps
        if step.kind is Kind.CONVERSATION
        for line, key, message, example in wrong_in(step)
    ]


def wrong_in(step: Step) -> Iterator[tuple[int, str, str, str]]:
    """Line, moment, what is wrong, and an example."""
    nodes = step.nodes
    for node in nodes.values():
        for choice in node.choices:
            if choice.leads_to not in nodes:
                yield (
                    choice.line,
                    node.key,
                    f"leads to {choice.leads_to!r}, which is not there",
                    "](#opening)",
                )
        if node.end and node.choices:
            yield node.line, node.key, "is an end and still has choices", "## goodbye {end good}"
        if not node.end and not node.choices:
            yield node.line, node.key, "is a dead end: give it choices or mark it as an end", "{end good}"
        if len(node.choices) == 1:
            yield node.line, node.key, "has one choice only, which is none", "- [Iets anders](#…)"
    reached = within_reach(step)
    for node in nodes.values():
        if node.key not in reached:
            yield node.line, node.key, "is never reached", f"- […](#{node.key})"
        elif node.choices and not leads_out(nodes, node):
            yield node.line, node.key, "goes round and never ends", "## goodbye {end good}"
    if good_ways(nodes, step.first) < WAYS_ENOUGH:
        yield step.line, step.first.key, "has no two good ways through it", "## goodbye {end good}"


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
SAME: dict[str, Told] = {
    "kind": lambda step: str(step.kind),
    "page or worksheet": lambda step: step.door,
    "number of answers": lambda step: len(step.items),
    "good answers": lambda step: [number for number, item in enumerate(step.items, 1) if item.right],
    "answers in each group": lambda step: [item.group + 1 for item in step.items],
    "number of groups": lambda step: len(step.groups),
    "moments": lambda step: [(node.key, node.end or "goes on") for node in step.nodes.values()],
    "choices": lambda step: [[choice.leads_to for choice in node.choices] for node in step.nodes.values()],
    "who speaks, and how": lambda step: [
        [(one.speaker, str(one.mood)) for one in node.said] for node in step.nodes.values()
    ],
}


def differences(dutch: Edition, english: Edition) -> Iterator[Mistake]:
    """Where the English is not the same module as the Dutch."""
    for name in ("for_", "minutes"):
        if getattr(dutch.head, name) != getattr(english.head, name):
            yield Mistake(
                english.file,
                1,
                name.rstrip("_"),
                f"differs from {dutch.file}",
                str(getattr(dutch.head, name)),
            )
    looks = [{key: one.look for key, one in edition.head.cast.items()} for edition in (dutch, english)]
    if looks[0] != looks[1]:
        yield Mistake(english.file, 1, "cast", f"differs from {dutch.file}", str(looks[0]))
    keys = [[step.key for step in edition.steps] for edition in (dutch, english)]
    if keys[0] != keys[1]:
        missing = [key for key in keys[0] if key not in keys[1]]
        what = f"misses {', '.join(missing)}" if missing else "has other steps, or in another order"
        yield Mistake(english.file, 0, "", f"{what}; {dutch.file} has {', '.join(keys[0])}")
        return
    for theirs, ours in zip(english.steps, dutch.steps, strict=True):
        for name, told in SAME.items():
            if told(theirs) != told(ours):
                yield Mistake(
                    english.file,
                    theirs.line,
                    theirs.key,
                    f"{name}: not as in {dutch.file}",
                    short(told(ours)),
                )


def short(expected: object) -> str:
    """What the other language has, where that helps to see; nothing where it would fill the screen."""
    text = str(expected)
    return text if len(text) <= 80 else ""
