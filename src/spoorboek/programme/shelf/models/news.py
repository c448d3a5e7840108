"""Up to which moment somebody has seen what colleagues released."""

from django.db import models

from spoorboek.people.models import Account


class SeenNews(models.Model):
    """One row a person, their own. What was released after `until` is new to them."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="+")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"seen until {self.until:%Y-%m-%d}"
