"""Reads one language of a module: a Markdown file with a head. Every mistake with its file, line and an example."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it.token import Token

from spoorboek.methods.modules.markdown import Bullet, Piece, Writer, bullets, pieces, the_list
from spoorboek.methods.modules.model import Choice, Edition, Head, Item, Kind, Mood, Node, Said, Step
from spoorboek.methods.reading import Mistake, Mistakes, Words, parse, understand, unreadable, words

KEY = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
SAID = re.compile(r"^(?P<who>[a-z][a-z0-9-]*) \((?P<mood>[a-z]+)\):\s+")
TICK = re.compile(r"^\[(?P<tick>[ xX])\]\s+")
STEP = "# Wat zeg je? {first-call conversation}"
NODE = "## opening"
CHOICE = "- [Hoi Fatma, hoe is het?](#warm)\n  > Je vraagt open."
OPTION = "- [x] Wanneer verwacht je terug te zijn?\n  > Dat mag je vragen."
LINE = "fatma (tired): Met Fatma."


class Author:
    """Reads one file; keeps what the author should mend."""

    def __init__(self, path: Path) -> None:
        self.path, self.file = path, str(path)
        self.found: list[Mistake] = []

    def wrong(self, line: int, key: str, message: Words, example: str = "") -> None:
        self.found.append(Mistake(self.file, line, key, message, example))

    def edition(self, language: str) -> Edition:
        """The file as an edition. Raises `Mistakes` with everything that is wrong in it."""
        head, body, offset = self.parted(self.text())
        self.writer = Writer(self.path.parent, self.file, offset)
        self.cast = frozenset(head.cast)
        before, found = pieces(self.writer.tokens(body), 1, self.writer)
        if before:
            self.wrong(
                self.writer.line(before[0]),
                "",
                words("staat boven de eerste stap", "stands above the first step"),
                STEP,
            )
        if not found:
            self.wrong(0, "", words("heeft geen stappen", "has no steps"), STEP)
        steps = tuple(step for piece in found if (step := self.step(piece)))
        self.look_for_twice([(step.key, step.line) for step in steps], words("stap", "step"))
        if self.found or self.writer.found:
            raise Mistakes([*self.found, *self.writer.found])
        return Edition(language, head, steps, self.file)

    def text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Mistakes([unreadable(self.file, error)]) from error

    def parted(self, text: str) -> tuple[Head, str, int]:
        """The head, the text under it, and how many lines of the file come before that text."""
        lines = text.split("\n")
        if lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:]]:
            raise Mistakes(
                [
                    Mistake(
                        self.file,
                        1,
                        "",
                        words(
                            "begint met een kop tussen twee regels met ---",
                            "begins with a head between two lines of ---",
                        ),
                        "---",
                    )
                ]
            )
        end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
        head = understand(parse("\n" + "\n".join(lines[1:end]), self.file), Head, self.file)
        return head, "\n".join(lines[end + 1 :]), end + 1

    def step(self, piece: Piece) -> Step | None:
        key, kind, *rest = [*piece.mark, "", ""][: max(len(piece.mark), 2)]
        kind = kind or Kind.TEXT
        if not KEY.match(key) or kind not in set(Kind) or len(rest) > 1:
            self.wrong(
                piece.line,
                piece.title,
                words(
                    f"noemt geen stap en soort ({', '.join(Kind)})",
                    f"names no step and kind ({', '.join(Kind)})",
                ),
                STEP,
            )
            return None
        made = Step(key, Kind(kind), piece.title, "", piece.line, door=rest[0] if rest else "")
        return READERS[made.kind](self, made, piece)

    def plain(self, step: Step, piece: Piece) -> Step:
        if not piece.tokens:
            self.wrong(piece.line, step.key, words("heeft geen tekst", "has no text"))
        return changed(step, body=self.writer.block(piece.tokens))

    def practice(self, step: Step, piece: Piece) -> Step:
        if not step.door:
            self.wrong(
                piece.line,
                step.key,
                words("noemt geen pagina om op te oefenen", "names no page to practise on"),
                "# … {try practice practice_lesson}",
            )
        return self.plain(step, piece)

    def conversation(self, step: Step, piece: Piece) -> Step:
        before, moments = pieces(piece.tokens, 2, self.writer)
        nodes = [self.node(moment) for moment in moments]
        self.look_for_twice([(node.key, node.line) for node in nodes], words("moment", "moment"))
        if not nodes:
            self.wrong(piece.line, step.key, words("heeft geen momenten", "has no moments"), NODE)
        return changed(step, body=self.writer.block(before), nodes={node.key: node for node in nodes})

    def node(self, moment: Piece) -> Node:
        before, listed, after = the_list(moment.tokens)
        if after:
            self.wrong(
                self.writer.line(after[0]),
                moment.title,
                words("staat achter de keuzes", "stands behind the choices"),
                CHOICE,
            )
        end = moment.mark[1] if moment.mark[:1] == ("end",) and len(moment.mark) > 1 else ""
        if not KEY.match(moment.title) or (moment.mark and end not in {"good", "again"}):
            self.wrong(
                moment.line, moment.title, words("is geen moment", "is no moment"), "## goodbye {end good}"
            )
        said = tuple(self.said(token) for token in before if token.type == "inline")
        if not said:
            self.wrong(
                moment.line,
                moment.title,
                words("er wordt niets gezegd of verteld", "nothing is said or told"),
                LINE,
            )
        choices = tuple(self.choice(bullet) for bullet in bullets(listed, self.writer))
        return Node(
            moment.title, said, choices, "good" if end == "good" else "again" if end else "", moment.line
        )

    def said(self, token: Token) -> Said:
        matched = SAID.match(token.content)
        if not matched:
            return Said(self.writer.words(token.children))
        who, mood = matched["who"], matched["mood"]
        if who not in self.cast:
            self.wrong(
                self.writer.line(token),
                who,
                words("staat niet bij cast, bovenaan", "is not in the cast above"),
                LINE,
            )
        if mood not in set(Mood):
            self.wrong(
                self.writer.line(token),
                mood,
                words(f"is geen stemming ({', '.join(Mood)})", f"is no mood ({', '.join(Mood)})"),
                LINE,
            )
            mood = Mood.CALM
        return Said(self.after(token, matched.end()), who, Mood(mood))

    def after(self, token: Token, length: int) -> str:
        """The inline text from a position on, as HTML."""
        (inline,) = (one for one in self.writer.tokens(token.content[length:]) if one.type == "inline")
        return self.writer.words(inline.children)

    def choice(self, bullet: Bullet) -> Choice:
        children = list(bullet.inline.children or ())
        is_link = bool(children) and children[0].type == "link_open" and children[-1].type == "link_close"
        href = str(children[0].attrs.get("href", "")) if is_link else ""
        if not href.startswith("#"):
            self.wrong(
                bullet.line, bullet.inline.content, words("leidt nergens heen", "leads nowhere"), CHOICE
            )
        text = self.writer.words(children[1:-1] if is_link else children)
        return Choice(text, href[1:], self.feedback(bullet, CHOICE), bullet.line)

    def feedback(self, bullet: Bullet, example: str) -> str:
        if not bullet.quoted:
            self.wrong(
                bullet.line,
                bullet.inline.content,
                words("heeft er geen reactie onder, met een > ervoor", "has no feedback quoted under it"),
                example,
            )
        return self.writer.block(bullet.quoted)

    def order(self, step: Step, piece: Piece) -> Step:
        before, listed, after = the_list(piece.tokens)
        if not listed or listed[0].type != "ordered_list_open":
            self.wrong(
                piece.line,
                step.key,
                words(
                    "heeft geen genummerde lijst in de goede volgorde",
                    "has no numbered list in the right order",
                ),
                "1. Bellen\n   > Eerst …",
            )
        items = tuple(self.item(bullet) for bullet in bullets(listed, self.writer))
        if len(items) < 3:
            self.wrong(
                piece.line,
                step.key,
                words(
                    "heeft minder dan drie dingen om op volgorde te zetten",
                    "has fewer than three things to put in order",
                ),
            )
        return changed(step, body=self.block(before), items=items, closing=self.block(after))

    def item(self, bullet: Bullet, group: int = 0) -> Item:
        feedback = self.feedback(bullet, OPTION)
        return Item(self.writer.words(bullet.inline.children), feedback, group=group)

    def choose(self, step: Step, piece: Piece) -> Step:
        before, listed, after = the_list(piece.tokens)
        items = tuple(self.option(bullet) for bullet in bullets(listed, self.writer))
        if len(items) < 2 or not any(item.right for item in items):
            self.wrong(
                piece.line,
                step.key,
                words(
                    "heeft twee of meer antwoorden nodig, waarvan minstens één goed",
                    "needs two answers or more, of which one or more good",
                ),
                OPTION,
            )
        return changed(step, body=self.block(before), items=items, closing=self.block(after))

    def option(self, bullet: Bullet) -> Item:
        matched = TICK.match(bullet.inline.content)
        if not matched:
            self.wrong(
                bullet.line,
                bullet.inline.content,
                words("zegt niet of het een goed antwoord is", "says not whether it is a good answer"),
                OPTION,
            )
            return self.item(bullet)
        text = self.after(bullet.inline, matched.end())
        return Item(text, self.feedback(bullet, OPTION), right=matched["tick"] != " ")

    def groups(self, step: Step, piece: Piece) -> Step:
        before, parts = pieces(piece.tokens, 2, self.writer)
        items: list[Item] = []
        closing: tuple[Token, ...] = ()
        for number, part in enumerate(parts):
            if closing:
                self.wrong(
                    part.line,
                    part.title,
                    words(
                        "staat achter woorden die onder de laatste groep horen",
                        "stands behind words that belong under the last group",
                    ),
                )
            _, listed, closing = the_list(part.tokens)
            if not listed:
                self.wrong(
                    part.line,
                    part.title,
                    words("is een groep zonder iets erin", "is a group without anything in it"),
                    "- Telefoonnummer\n  > …",
                )
            items += [self.item(bullet, number) for bullet in bullets(listed, self.writer)]
        if len(parts) < 2:
            self.wrong(
                piece.line,
                step.key,
                words("heeft twee of meer groepen nodig", "needs two groups or more"),
                "## Mag je vragen",
            )
        titles = tuple(part.title for part in parts)
        return changed(
            step, body=self.block(before), items=tuple(items), groups=titles, closing=self.block(closing)
        )

    def block(self, tokens: Sequence[Token]) -> str:
        return self.writer.block(tokens)

    def look_for_twice(self, keys: list[tuple[str, int]], what: Words) -> None:
        seen: set[str] = set()
        for key, line in keys:
            if key in seen:
                said = words(
                    f"er is nog een {what.nl} met deze naam", f"there is another {what.en} with this name"
                )
                self.wrong(line, key, said)
            seen.add(key)


def changed(step: Step, **more: object) -> Step:
    """The step with more of it known."""
    return Step(**{**step.__dict__, **more})


READERS: dict[Kind, Callable[[Author, Step, Piece], Step]] = {
    Kind.TEXT: Author.plain,
    Kind.REFLECT: Author.plain,
    Kind.PRACTICE: Author.practice,
    Kind.CONVERSATION: Author.conversation,
    Kind.ORDER: Author.order,
    Kind.CHOOSE: Author.choose,
    Kind.GROUPS: Author.groups,
}
