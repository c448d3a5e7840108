"""Without signing in: stopping mails by the link in them, and the calendar behind a private address."""

from datetime import timedelta

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

FRESH_FOR = timedelta(minutes=5)
SECOND = timedelta(seconds=1)


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
    if asked_just_now(request, feed):
        return marked(HttpResponseNotModified(), feed.etag)
    actor = Actor(account_id=feed.account_id)
    with acting_as(actor), translation.override(language_of(person_of(actor))):
        found = calendars(actor, clock.today())
        if not found:
            raise Http404
        return answer(request, feed, found)


def asked_just_now(request: HttpRequest, feed: Feed) -> bool:
    """This program has what we answered minutes ago: asking more often costs one look at one row."""
    since = clock.real_now() - FRESH_FOR
    return feed.etag in tags(request) and feed.fetched_at is not None and feed.fetched_at > since


def tags(request: HttpRequest) -> set[str]:
    """What the program says it has; a proxy that zips marks a tag as weak."""
    given = parse_etags(request.headers.get("If-None-Match", ""))
    return {tag.removeprefix("W/").strip('"') for tag in given}


def answer(request: HttpRequest, feed: Feed, sides: list[Days]) -> HttpResponse:
    """The file, or that nothing changed since this program asked last."""
    now, tag = clock.real_now(), etag(sides, translation.get_language() or "")
    if feed.etag != tag or feed.changed_at is None:
        feed.etag, feed.changed_at = tag, now
    feed.fetched_at = now
    feed.save(update_fields=["etag", "changed_at", "fetched_at"])
    if tag in tags(request):
        return marked(HttpResponseNotModified(), tag)
    body = calendar_file(sides, str(feed.account_id), feed.changed_at)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="spoorboek.ics"'
    return marked(response, tag)


def marked(response: HttpResponse, tag: str) -> HttpResponse:
    """Kept by the program itself only, for some minutes, and found by no search engine."""
    patch_cache_control(response, private=True, max_age=FRESH_FOR // SECOND)
    response["ETag"] = quote_etag(tag)
    response["X-Robots-Tag"] = "noindex"
    return response
