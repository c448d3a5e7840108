"""How ordinary a Dutch word is. Frequencies are those of wordfreq; compounds and inflections are ours."""

from functools import cache

from wordfreq import zipf_frequency

JOINTS = ("", "s", "-", "en", "e")
"""What can stand between the parts of a compound: arbeids-dag, zelf-beeld, koppen-snellen."""
SHORTEST_PART = 3
PARTICLES = ("op", "af", "in", "na", "om", "toe")
"""Short words that stand before a verb: op-schrijft, af-spreekt."""
ENDINGS = ("tjes", "pjes", "jes", "tje", "pje", "je", "en", "s", "e")


@cache
def zipf(word: str) -> float:
    """How often a word is used, from 0 (never) to about 8, as it stands."""
    return float(zipf_frequency(word.lower(), "nl"))


@cache
def ordinary(word: str, part_from: float) -> float:
    """How ordinary a word is: by itself, without its ending, or as the rarest part of a compound of ordinary words."""
    word = word.lower().strip("-'’")
    return max(zipf(word), stem(word), compound(word, part_from))


def stem(word: str) -> float:
    """The word without a plural or a diminutive, whichever is most used."""
    ends = (word.removesuffix(end) for end in ENDINGS if word.endswith(end))
    return max((zipf(one) for one in ends if len(one) >= SHORTEST_PART), default=0.0)


@cache
def compound(word: str, part_from: float) -> float:
    """The rarest part of the best way to take a word apart; 0 where it cannot be."""
    best = max((zipf(word.removeprefix(one)) for one in PARTICLES if word.startswith(one)), default=0.0)
    best = best if best >= part_from else 0.0
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        left = max((zipf(bare(word[:at], joint)) for joint in JOINTS), default=0.0)
        if left >= part_from:
            rest = word[at:].removeprefix("-")
            right = max(zipf(rest), stem(rest), compound(rest, part_from) if len(rest) > 6 else 0.0)
            best = max(best, min(left, right) if right >= part_from else 0.0)
    return best


def bare(part: str, joint: str) -> str:
    """A part without what joins it to the next."""
    without = part.removesuffix(joint)
    return without if len(without) >= SHORTEST_PART else part
