"""A group of professionals who hold intervision together."""

import uuid

from django.db import models

from spoorboek.people.models import Account, Organisation

LARGEST = 12
"""So many people a group can have; the ways of intervision are written for 4 to 12."""


class Group(models.Model):
    """People of one or more organisations. Nothing in it is about a client."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    video_link = models.URLField(max_length=400, blank=True)
    """Of the group's own video room, somewhere else. It is opened in a tab of its own, never embedded."""
    keep_days = models.PositiveSmallIntegerField()
    """So many days after a meeting everything typed in it is deleted, as the group agreed."""

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """Someone in a group, or invited to it. `joined_at` is empty until they said yes."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    """Where they work, shown beside the name."""
    invited_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    joined_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["group", "account"], name="in_a_group_once")]

    def __str__(self) -> str:
        return f"{self.account_id} in {self.group_id}"
