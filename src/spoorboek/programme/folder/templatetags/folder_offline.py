"""What the scripts of the work folder must know of a page: addresses, whose folder it is, and sentences."""

from typing import Any

from django import template

from spoorboek.people.actor import NOBODY, Actor
from spoorboek.programme.folder.offline.devices import account_mark
from spoorboek.programme.folder.offline.middleware import device_of
from spoorboek.programme.folder.offline.shell import SCOPE

register = template.Library()


@register.inclusion_tag("folder/offline/told.html", takes_context=True)
def folder_told(context: dict[str, Any], anonymous: bool = False) -> dict[str, Any]:
    """`anonymous`: for the page that the device keeps, which knows nobody."""
    request = context["request"]
    known = request.user.is_authenticated and not anonymous
    return {
        "account": account_mark(Actor(account_id=request.user.pk)) if known else "",
        "device": device_of(request) if known else "",
        "no_device": NOBODY,
        "scope": SCOPE,
    }
