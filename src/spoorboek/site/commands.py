"""The commands behind `./spoorboek`: our own by name, everything else is Django's `manage`."""

import os


def run(arguments: list[str]) -> int:
    """Run one command; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoorboek.site.settings")
    if arguments[:1] == ["timetable"]:
        from spoorboek.law.cli import main

        return main(arguments[1:])
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./spoorboek", *arguments])
    return 0
