"""A device that a client called their own: there the work folder may be kept, to open it without a link."""

import uuid

from django.db import models

from spoorboek.people.models import Account


class Device(models.Model):
    """`key` is what the texts on the device are sealed with, wrapped by the installation's key; empty once withdrawn.

    `seen_at` is when it last asked for something. The device itself keeps the key in a form that scripts cannot read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    key = models.BinaryField()
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    @property
    def is_live(self) -> bool:
        return self.withdrawn_at is None

    def __str__(self) -> str:
        return f"{self.name} since {self.made_at:%Y-%m-%d}"
