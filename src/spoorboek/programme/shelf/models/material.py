"""Worksheets and lessons of an organisation's own: written, looked at by a second person, released."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Account, Organisation
from spoorboek.programme.shelf.models.draft import Draft
from spoorboek.site import clock


class MaterialKind(models.TextChoices):
    WORKSHEET = "worksheet", _("werkblad")
    MODULE = "module", _("les")


class MaterialDraft(models.Model):
    """One at a time for each key of an organisation. `texts` holds what the author typed, mistakes included: by name
    of the file (`worksheet.yaml`, or `nl.md` and `en.md`). `changes` counts the changes, as with a method.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="material_drafts")
    kind = models.CharField(max_length=10, choices=MaterialKind)
    key = models.CharField(max_length=80)
    texts = models.JSONField()
    base = models.JSONField(default=dict)
    """The texts it was copied from; empty for something new."""
    changes = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=Draft.State, default=Draft.State.WRITING)
    remark = models.CharField(max_length=500, blank=True)
    last_editor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    edited_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["kind", "key"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "key"], name="one_draft_a_material"),
        ]

    def __str__(self) -> str:
        return f"draft of {self.kind} {self.key}"


class MaterialRelease(models.Model):
    """`texts` as the author wrote them; never changed again. Who released it did not write it last.

    `withdrawn_at`: taken out of use. Who began it, and courses that run with it, keep it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="material_releases")
    kind = models.CharField(max_length=10, choices=MaterialKind)
    key = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    texts = models.JSONField()
    content = models.TextField(blank=True)
    """A worksheet as JSON, read some fifty times as fast as its file; empty for a lesson."""
    edited_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    released_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=clock.now)
    withdrawn_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["kind", "key", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "key", "number"], name="one_material_release_a_number"
            ),
            models.CheckConstraint(
                condition=~models.Q(edited_by=models.F("released_by")), name="material_by_a_second_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.number}"
