"""A version of a scene that an organisation keeps."""

import uuid

from django.db import models

from spoorboek.people.models import Account, Organisation
from spoorboek.site import clock


class SceneRelease(models.Model):
    """`content` is the scene as JSON, checked. A version never changes; it can be taken off the list. A session keeps
    its own copy of the scene it began with.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="scene_releases")
    key = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    content = models.TextField()
    released_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["key", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="one_scene_release_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.number}"
