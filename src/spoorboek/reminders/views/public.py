"""Without signing in: stopping mails by the link in them, and the calendar behind a private address."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from spoorboek.people.access import person_of
from spoorboek.people.actor import Actor, acting_as
from spoorboek.reminders import acts
from spoorboek.reminders.access import by_token, feed_by
from spoorboek.reminders.calendar_file import Days, calendar_file, etag
from spoorboek.reminders.feed import calendars
from spoorboek.reminders.letters import language_of
from spoorboek.reminders.models import Feed
from spoorboek.site import clock


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET only shows a button, since programs open links before their readers do; POST stops the mails (RFC 8058).

    The token is all the right there is to it, so that a mail program without our cookies may POST.
    """
    row = by_token(token)
    if row is None:
        return render(request, "reminders/unsubscribe.html", {"state": "unknown"}, status=404)
    if request.method != "POST":
        state = "ask" if row.is_on else "off"
    elif "again" in request.POST:
        acts.resume(row)
        state = "on"
    else:
        acts.unsubscribe(row)
        state = "off"
    return render(request, "reminders/unsubscribe.html", {"state": state, "kind": row.kind})


@csrf_exempt
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of whoever made this address, read as that person. A withdrawn one answers as one that never was."""
    feed = feed_by(secret)
    if feed is None:
        raise Http404
    actor = Actor(account_id=feed.account_id)
    with acting_as(actor), translation.override(language_of(person_of(actor))):
        found = calendars(actor, clock.today())
        if not found:
            raise Http404
        response = answer(request, feed, found)
    patch_cache_control(response, private=True, max_age=300)
    response["X-Robots-Tag"] = "noindex"
    return response


def answer(request: HttpRequest, feed: Feed, sides: list[Days]) -> HttpResponse:
    """The file, or that nothing changed since this program asked last."""
    now, tag = clock.real_now(), etag(sides, translation.get_language())
    if feed.etag != tag or feed.changed_at is None:
        feed.etag, feed.changed_at = tag, now
    feed.fetched_at = now
    feed.save(update_fields=["etag", "changed_at", "fetched_at"])
    given = parse_etags(request.headers.get("If-None-Match", ""))
    if quote_etag(tag) in {one.removeprefix("W/") for one in given}:
        response: HttpResponse = HttpResponseNotModified()
    else:
        body = calendar_file(sides, str(feed.account_id), feed.changed_at)
        response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="spoorboek.ics"'
    response["ETag"] = quote_etag(tag)
    return response
