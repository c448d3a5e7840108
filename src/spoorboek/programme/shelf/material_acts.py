"""Write a worksheet or lesson of one's own, have it looked at, release it. What was released never changes again."""

import uuid
from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.reading import Mistakes, Words
from spoorboek.methods.worksheets import Worksheet
from spoorboek.methods.writing import sheet_as_yaml
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.programme.shelf import material_access as access
from spoorboek.programme.shelf.acts import WrongFile, check_editor
from spoorboek.programme.shelf.material_kinds import FORMS, Form
from spoorboek.programme.shelf.models import MaterialDraft, MaterialRelease
from spoorboek.programme.shelf.own_sheets import FILE
from spoorboek.programme.shelf.question_rows import named_after
from spoorboek.programme.shelf.second_person import Desk, note_change, said_plainly
from spoorboek.site import clock

Texts = Mapping[str, str]


@transaction.atomic
def begin_material(actor: Actor, organisation: Organisation, kind: str, key: str) -> MaterialDraft:
    """A draft from what the organisation uses now: its own newest, or ours."""
    check_editor(actor, organisation)
    form, last = FORMS[kind], access.releases(organisation.pk, kind, key).first()
    texts = last.texts if last else form.ours(key)
    if texts is None:
        raise Refused(_("Dit blad is er niet meer."), "key")
    return drafted(actor, organisation, kind, key, texts, base=in_use_now(form, last, key))


@transaction.atomic
def begin_new(actor: Actor, organisation: Organisation, kind: str, title: Words) -> MaterialDraft:
    """A draft of something new under a title, with an example in it. Its key is free and comes from the title."""
    check_editor(actor, organisation)
    form = FORMS[kind]
    rows = (MaterialDraft, MaterialRelease)
    own = {
        key
        for row in rows
        for key in row.objects.filter(organisation=organisation, kind=kind).values_list("key", flat=True)
    }
    key = named_after(title.en, own | set(form.our_keys()), kind)
    return drafted(actor, organisation, kind, key, form.example(key, title), base={})


def in_use_now(form: Form, last: MaterialRelease | None, key: str) -> Texts:
    """What a draft has to differ from. Nothing where the last one is out of use: that may come back as it was."""
    if last:
        return {} if last.withdrawn_at else last.texts
    return form.ours(key) or {}


@transaction.atomic
def import_material(actor: Actor, organisation: Organisation, kind: str, texts: Texts) -> MaterialDraft:
    """A draft from files. With mistakes it is refused, each with its line."""
    check_editor(actor, organisation)
    form = FORMS[kind]
    check_size(form, texts)
    try:
        key = form.key(texts)
    except Mistakes as wrong:
        raise WrongFile(wrong) from wrong
    last = access.releases(organisation.pk, kind, key).first()
    return drafted(actor, organisation, kind, key, texts, base=in_use_now(form, last, key))


def drafted(
    actor: Actor, organisation: Organisation, kind: str, key: str, texts: Texts, *, base: Texts
) -> MaterialDraft:
    rows = MaterialDraft.objects.filter(organisation=organisation, kind=kind, key=key)
    if rows.exists():
        raise Refused(_("Iemand schrijft hier al aan. Werk verder in die versie."))
    return MaterialDraft.objects.create(
        organisation=organisation,
        kind=kind,
        key=key,
        texts=dict(texts),
        base=dict(base),
        last_editor_id=actor.person_id,
    )


def check_size(form: Form, texts: Texts) -> None:
    if sum(map(len, texts.values())) > form.largest:
        raise Refused(_("Deze tekst is te lang. Maak er twee bladen of lessen van."), "file")


@transaction.atomic
def write_material(actor: Actor, draft_id: uuid.UUID, seen: int, texts: Texts) -> MaterialDraft:
    """Keep what the author typed, also while there are mistakes in it: nothing typed is lost."""
    draft = DESK.taken_up(actor, draft_id, seen)
    check_size(FORMS[draft.kind], texts)
    return kept(draft, actor, texts)


def kept(draft: MaterialDraft, actor: Actor, texts: Texts) -> MaterialDraft:
    if dict(texts) == draft.texts:
        return draft
    draft.texts = dict(texts)
    note_change(draft, actor)
    draft.save(update_fields=["texts", "changes", "state", "last_editor", "edited_at"])
    return draft


@transaction.atomic
def change_sheet(
    actor: Actor, draft_id: uuid.UUID, seen: int, change: Callable[[Worksheet], Worksheet]
) -> MaterialDraft:
    """Change a part of a worksheet: `change` gives the new sheet. What may not be released yet is kept too."""
    draft = DESK.taken_up(actor, draft_id, seen)
    sheet = access.sheet_in(draft)
    with said_plainly(_("Deze vraag is er niet meer. Kijk wat er nu staat.")):
        texts = {FILE: sheet_as_yaml(change(sheet))}
    check_size(FORMS[draft.kind], texts)
    return kept(draft, actor, texts)


def check_sound(draft: MaterialDraft) -> None:
    """Raises `WrongFile` while there are mistakes, also when its key was changed."""
    try:
        FORMS[draft.kind].check(draft.texts, draft.key)
    except Mistakes as wrong:
        raise WrongFile(wrong) from wrong


DESK = Desk(access.open_draft, check_sound, lambda draft: draft.texts != draft.base)
ask_review, send_back, discard_material = DESK.ask_review, DESK.send_back, DESK.discard


def release_material(actor: Actor, draft_id: uuid.UUID, seen: int) -> MaterialRelease:
    """Let clients have it. By someone else than who changed it last; who began an earlier version keeps that."""
    return DESK.release(actor, draft_id, seen, release_of)


def release_of(draft: MaterialDraft, actor: Actor) -> MaterialRelease:
    last = access.releases(draft.organisation_id, draft.kind, draft.key).first()
    number = last.number + 1 if last else 1
    return MaterialRelease.objects.create(
        organisation=draft.organisation,
        kind=draft.kind,
        key=draft.key,
        number=number,
        texts=draft.texts,
        content=FORMS[draft.kind].content(draft.texts, number),
        edited_by_id=draft.last_editor_id,
        released_by_id=actor.person_id,
    )


@transaction.atomic
def withdraw_material(actor: Actor, release_id: uuid.UUID) -> MaterialRelease:
    """Take an own sheet out of use, all its versions. Who began it keeps it; a later release brings it back."""
    made = access.released(actor, release_id)
    check_editor(actor, made.organisation)
    rows = access.releases(made.organisation_id, made.kind, made.key).filter(withdrawn_at__isnull=True)
    if not rows.update(withdrawn_at=clock.now(), withdrawn_by=actor.person_id):
        raise Refused(_("Dit blad is al uit gebruik."))
    return made
