"""Time to make papers, beside what typst needs at least for the same words.

    .venv/bin/python benchmarks/papers.py [--write benchmarks/RESULTS.md]

A file of twelve papers (facts, tables, answers, signatures; new words every time, so that nothing is remembered from
the run before), one such paper, and every paper of "Back to work your way". The floor is the same words as paragraphs
of typst without tags, standards or a look of ours; in between stands the same paper without the standards.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import typst  # noqa: E402

from benchmarks.results import write_section  # noqa: E402
from spoorboek.methods import methods  # noqa: E402
from spoorboek.papers import (  # noqa: E402
    Bullets,
    Facts,
    Notice,
    Paper,
    Paragraph,
    Part,
    Question,
    Section,
    Signature,
    Signatures,
    Table,
    made,
)
from spoorboek.papers.making import FONTS, compiled  # noqa: E402
from spoorboek.papers.of_methods import method_paper, papers_of  # noqa: E402
from spoorboek.papers.outline import outline  # noqa: E402

SAID = (
    "de afspraak met jou over werk en rust is deze week weer een kleine stap verder en wij kijken samen wat er goed "
    "gaat op maandag of dinsdag bel je met je leidinggevende en daarna vertel je wat je nodig hebt om te beginnen"
)
WORDS = SAID.split(" ")
FLOOR = """#let said = json(bytes(sys.inputs.said))
#set page(paper: "a4")
#set text(font: "Atkinson Hyperlegible Next", size: 11.5pt)
#for one in said { par(text(one)) }"""


def told(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def one(chance: random.Random, number: int) -> Section:
    """A paper such as stands in a report: what, when, who, what was agreed, and places to sign."""
    rows = tuple((told(chance, 3), told(chance, 9), told(chance, 4)) for _ in range(8))
    content: tuple[Part, ...] = (
        Facts(tuple((told(chance, 2), told(chance, 6)) for _ in range(6))),
        Paragraph(told(chance, 60)),
        Table(("Stap", "Wat is afgesproken", "Wie"), rows, (2, 4, 2), True),
        Section(
            told(chance, 3), (Paragraph(told(chance, 90)), Bullets(tuple(told(chance, 12) for _ in range(5))))
        ),
        Question(told(chance, 8), answers=(told(chance, 40),)),
        Notice(told(chance, 3), (Paragraph(told(chance, 30)),)),
        Signatures((Signature("Medewerker", told(chance, 2)), Signature("Werkgever"))),
    )
    return Section(f"{number}. {told(chance, 4)}", content, apart=True)


def twelve(seed: int, papers: int = 12) -> Paper:
    chance = random.Random(seed)
    content = tuple(one(chance, number) for number in range(1, papers + 1))
    return Paper(f"Verslag {seed}", "nl", content, foot="Verslag", made_on=date(2026, 11, 22))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def timed(papers: list[Paper], way: Callable[[Paper], object]) -> tuple[float, float]:
    """Median milliseconds on the clock and of the processor."""
    clock, processor = [], []
    for paper in papers:
        began, before = time.perf_counter(), time.process_time()
        way(paper)
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - before)
    return statistics.median(clock) * 1000, statistics.median(processor) * 1000


def floor() -> Callable[[Paper], object]:
    source = Path(tempfile.mkdtemp()) / "floor.typ"
    source.write_text(FLOOR)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    bare = typst.Compiler(input=source, font_paths=fonts)

    def compile_bare(paper: Paper) -> object:
        said = json.dumps(list(texts(outline(paper)["content"])))
        return bare.compile(format="pdf", sys_inputs={"said": said}, pdf_tags=False)

    return compile_bare


def rows(runs: int) -> Iterator[str]:
    bare, seeds = floor(), itertools.count()
    for name, papers in (("twelve papers, one file", 12), ("one paper", 1)):
        new = functools.partial(lambda papers: twelve(next(seeds), papers), papers)
        ways = (made, lambda paper: compiled(paper, format="pdf", pdf_tags=False), bare)
        took = [timed([new() for _ in range(runs)], way) for way in ways]
        cells = " | ".join(f"{clock:.0f} ms ({processor:.0f})" for clock, processor in took)
        yield f"| {name} | {cells} | {took[0][1] / took[2][1]:.1f}× |"


def of_the_method(runs: int) -> Iterator[str]:
    method = methods()["back-to-work-your-way"]
    for name in papers_of(method):
        papers = [method_paper(method, name, person=f"Persoon {run}") for run in range(runs)]
        took = timed(papers, made)
        size = len(made(method_paper(method, name)))
        yield f"| {name} | {took[0]:.0f} ms ({took[1]:.0f}) | {size // 1024} kB |"


def first() -> float:
    """Milliseconds for the first paper of a new process, imports and fonts included."""
    code = "from benchmarks.papers import made, twelve; made(twelve(1, 1))"
    began = time.perf_counter()
    surroundings = os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=surroundings)
    return (time.perf_counter() - began) * 1000


def report(runs: int) -> str:
    return "\n".join(
        [
            "Median on the clock, processor time in brackets: on a busy machine read that. New words in every run of "
            "the first table; a method's own papers change only the name, so typst remembers much of them.",
            "",
            "| what | PDF/A-2a + PDF/UA-1 | same, no standards or tags | floor | × floor (processor) |",
            "|---|---|---|---|---|",
            *rows(runs),
            "",
            "| paper of the method | time | size |",
            "|---|---|---|",
            *of_the_method(runs),
            "",
            f"The first paper of a new process, imports included: {first():.0f} ms.",
            f"Python {platform.python_version()}, typst {typst.__version__}, {os.cpu_count()} cores, "
            f"load {os.getloadavg()[0]:.1f} when it ended.",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    text = report(options.runs)
    if options.write:
        write_section(options.write, "papers", "Papers", ".venv/bin/python benchmarks/papers.py", text)
    print(text)


if __name__ == "__main__":
    main()
