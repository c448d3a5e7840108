"""One section a benchmark in RESULTS.md, between its own markers."""

from pathlib import Path


def write_section(path: Path, key: str, title: str, command: str, text: str) -> None:
    """Replace the section `key`, or add it at the end."""
    begin, end = f"<!-- {key} -->", f"<!-- /{key} -->"
    section = f"{begin}\n## {title}\n\nRepeat: `{command}`\n\n{text}\n{end}"
    known = (
        path.read_text()
        if path.exists()
        else "# Measured\n\nTimes are of the machine they were taken on; compare the ratios.\n"
    )
    if begin in known and end in known:
        before, rest = known.split(begin, 1)
        known = before + section + rest.split(end, 1)[1]
    else:
        known = known.rstrip() + "\n\n" + section + "\n"
    path.write_text(known)
