"""The page about access is made from the policy and not behind it."""

from django.conf import settings

from spoorboek.people.policy import PROTECTED
from spoorboek.people.policy_page import policy_page

PAGE = settings.PROJECT / "docs" / "access.md"


def test_the_page_is_as_the_policy_says() -> None:
    assert PAGE.read_text("utf-8") == policy_page(), "Run `./spoorboek access_page docs/access.md`."


def test_the_page_names_every_table() -> None:
    page = policy_page()
    assert [name for name in PROTECTED if f"`{name}`" not in page] == []
