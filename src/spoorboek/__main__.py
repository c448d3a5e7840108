"""`python -m spoorboek COMMAND`: what the launcher calls once the environment stands."""

import sys

from spoorboek.site.commands import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
