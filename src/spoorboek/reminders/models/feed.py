"""The private address of someone's calendar."""

from django.db import models

from spoorboek.people.models import Account


class Feed(models.Model):
    """One address a person. Only the hash of its secret is kept: the address itself is shown once.

    `etag` stands for what the last answer held, `changed_at` for when that last became something else.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True)
    etag = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"calendar since {self.made_at:%Y-%m-%d}"
