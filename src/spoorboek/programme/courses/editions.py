"""Which methods a dossier can follow, and the editions that started courses keep."""

import hashlib
from functools import lru_cache

from spoorboek.methods import Method
from spoorboek.people.models import Organisation
from spoorboek.people.policy import EMPLOYERS_SIDE, Role
from spoorboek.programme.courses.models import Course, Edition
from spoorboek.programme.shelf.access import released


def available(employer: Organisation) -> dict[str, Method]:
    """The methods that can be started for this employer's people, by key: its own newest version goes first."""
    return {key: one.method for key, one in released(employer.pk).items()}


def offered_to(role: Role, employer: Organisation) -> dict[str, Method]:
    """As `available`, for a role: nobody on the employer's side starts or sees a private method."""
    found = available(employer)
    if role not in EMPLOYERS_SIDE:
        return found
    return {key: method for key, method in found.items() if not method.private}


def keep(method: Method) -> Edition:
    """The edition of a method as it is now; the same words are kept once.

    Whoever starts a course keeps it; nobody reads it before a course follows it, so that it is added without looking.
    """
    content = method.model_dump_json()
    edition = Edition(
        digest=hashlib.sha256(content.encode()).hexdigest(),
        method=method.key,
        version=method.version,
        content=content,
    )
    Edition.objects.bulk_create([edition], ignore_conflicts=True)
    return edition


@lru_cache(maxsize=256)
def read(digest: str, content: str) -> Method:
    """An edition's content as the method it was."""
    return Method.model_validate_json(content)


def method_of(course: Course) -> Method:
    """The method as it was when the course began. Fetch courses with `select_related("edition")`."""
    return read(course.edition_id, course.edition.content)
