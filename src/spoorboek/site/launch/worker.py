"""The process that does queued and periodic work."""

import os
import sys

import django
from django.core.management import call_command

from spoorboek.site.launch.family import stop_with_parent


def main(arguments: list[str]) -> int:
    """`LIFELINE`: a file descriptor from the parent."""
    stop_with_parent(int(arguments[0]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoorboek.site.settings")
    django.setup()
    call_command("reproject", "--queue")
    call_command("procrastinate", "worker", "--name", "spoorboek")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
