"""What has to be done when: a projection of the facts through `law`, stored so that it can be searched."""

from django.db import models

from spoorboek.dossiers.models.dossier import Dossier


class Obligation(models.Model):
    """One step with the four dates that people confuse. `explanation` holds what everyone in the dossier may read.

    `applies` is empty while a fact that decides it is not known: then it is never late.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="obligations")
    key = models.CharField(max_length=60)
    ordinal = models.PositiveSmallIntegerField(default=0)
    statutory = models.DateField(null=True)
    practice = models.DateField(null=True)
    agreed = models.DateField(null=True)
    done = models.DateField(null=True)
    next_on = models.DateField(null=True)
    applies = models.BooleanField(null=True, default=True)
    explanation = models.JSONField()

    class Meta:
        ordering = ["next_on", "key", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "key", "ordinal"], name="one_obligation_a_step")
        ]
        indexes = [models.Index(fields=["dossier", "next_on"], name="obligation_by_day")]

    def __str__(self) -> str:
        return f"{self.key} {self.ordinal}"


class Route(models.Model):
    """The clocks and the case as everyone in the dossier may read them; frozen when the dossier closes."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, primary_key=True, related_name="route")
    clocks = models.JSONField()
    case = models.JSONField()
    rules_version = models.CharField(max_length=64)
    computed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"route of {self.dossier_id}"
