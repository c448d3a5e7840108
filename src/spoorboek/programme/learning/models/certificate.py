"""That someone who guides finished a module."""

import uuid

from django.db import models

from spoorboek.people.models import Account


class Certificate(models.Model):
    """Who finished which module for work, and when. Never of a module for clients, and never how it went."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    module = models.CharField(max_length=64)
    finished_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "module"], name="one_certificate_a_module")]

    def __str__(self) -> str:
        return f"{self.account_id} finished {self.module}"
