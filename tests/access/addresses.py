"""Every address of the project, found by walking the resolver: nobody has to remember to add one to a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One pattern with the names of its arguments, those of the patterns around it included."""

    name: str
    arguments: tuple[str, ...]
    route: str
    view: str

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.arguments)})" if self.arguments else self.name


def walk(
    resolver: URLResolver, around: tuple[str, ...] = (), route: str = "", space: str = ""
) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = (*around, *arguments_of(pattern))
        address = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from walk(pattern, here, address, inner)
        else:
            view = ".".join(getattr(pattern.callback, part, "") for part in ("__module__", "__name__"))
            yield Address(f"{space}{pattern.name}" if pattern.name else "", here, address, view)


def arguments_of(pattern: URLPattern | URLResolver) -> tuple[str, ...]:
    """Of a path and of an old-style regular expression alike."""
    return tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex)


def addresses() -> list[Address]:
    """All of them; two patterns that share a name differ in their arguments."""
    return list(walk(get_resolver()))
