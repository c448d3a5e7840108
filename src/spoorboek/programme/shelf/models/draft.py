"""A method that an organisation is adapting."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Account, Organisation
from spoorboek.site import clock


class Draft(models.Model):
    """One at a time for each method of an organisation. `content` is the method as JSON; `base` the method it
    was copied from, to show what changed (empty for a file that was imported as a new method). `changes` counts the
    changes, so that two people who write at once notice.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("in bewerking")
        REVIEW = "review", _("wacht op een tweede paar ogen")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="method_drafts")
    key = models.CharField(max_length=80)
    based_on = models.CharField(max_length=20, blank=True)
    base = models.TextField(blank=True)
    content = models.TextField()
    changes = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    remark = models.CharField(max_length=500, blank=True)
    last_editor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    edited_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="one_draft_a_method"),
        ]

    def __str__(self) -> str:
        return f"draft of {self.key}"
