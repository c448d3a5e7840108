"""A scene that an organisation is writing."""

import uuid

from django.db import models

from spoorboek.people.models import Account, Organisation
from spoorboek.site import clock


class SceneDraft(models.Model):
    """`content` is the scene as JSON, as the library reads it; it may still have troubles.

    `based_on` is the scene it was copied from. `changes` counts the changes, so that two people who write at once
    notice. It names no client.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="scene_drafts")
    key = models.CharField(max_length=80, unique=True)
    based_on = models.CharField(max_length=80, blank=True)
    content = models.TextField()
    changes = models.PositiveIntegerField(default=0)
    last_editor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    edited_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return f"draft of {self.key}"
