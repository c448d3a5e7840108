"""A way to look at the caseload that someone keeps for themselves."""

from django.db import models

from spoorboek.people.models import Account


class View(models.Model):
    """A name and what is filtered on, as in an address. Its own account reads and writes it; nobody else."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="one_view_a_name")]

    def __str__(self) -> str:
        return self.name
