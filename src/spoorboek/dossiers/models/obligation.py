"""What has to be done when: a projection of the facts through `law`, stored so that it can be searched."""

from typing import Any

from django.db import models

from spoorboek.dossiers.models.dossier import Dossier


class Obligation(models.Model):
    """One step of a running dossier, with the four dates that people confuse; what does not apply has no row.

    `applies` is empty while a fact that decides it is not known: then it is never late. `rule` is the version of the
    law's rule that applied; title, parties and what else follows from that alone: `dossiers.rules`. `next_on`: the day
    on which it asks for something; empty when done.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="obligations", db_index=False)
    key = models.CharField(max_length=60)
    ordinal = models.PositiveSmallIntegerField(default=0)
    rule = models.CharField(max_length=80, default="")
    statutory = models.DateField(null=True)
    practice = models.DateField(null=True)
    agreed = models.DateField(null=True)
    done = models.DateField(null=True)
    next_on = models.DateField(null=True)
    applies = models.BooleanField(null=True, default=True)

    class Meta:
        ordering = ["next_on", "key", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "key", "ordinal"], name="one_obligation_a_step")
        ]

    @property
    def explanation(self) -> dict[str, Any]:
        """What everyone in the dossier may read of why, made on first reading: one query for a whole dossier."""
        from spoorboek.dossiers.explanations import reason_of

        known: dict[str, Any] | None = self.__dict__.get("_explanation")
        return reason_of(self) if known is None else known

    @explanation.setter
    def explanation(self, given: dict[str, Any]) -> None:
        """For steps that are only shown, of no dossier: the calculator's."""
        self.__dict__["_explanation"] = given

    def __str__(self) -> str:
        return f"{self.key} {self.ordinal}"


class Route(models.Model):
    """Where the three clocks end, as everyone in the dossier may read it, and by which rules it was counted.

    `steps` holds the frozen steps of a closed dossier (`dossiers.frozen`); a running one has rows instead.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, primary_key=True, related_name="route")
    wage_last_day = models.DateField(null=True)
    wia_last_day = models.DateField(null=True)
    ban_last_day = models.DateField(null=True)
    steps = models.JSONField(null=True)
    rules_version = models.CharField(max_length=64)
    computed_at = models.DateTimeField(auto_now=True)

    @property
    def clocks(self) -> dict[str, Any]:
        """The clocks with their reasons, as the law library writes them in JSON."""
        from spoorboek.dossiers.explanations import clocks_of

        return clocks_of(self)

    @property
    def case(self) -> dict[str, Any]:
        """The case that runs, and why."""
        from spoorboek.dossiers.explanations import reasons_of

        return dict(reasons_of(self.dossier).case)

    def __str__(self) -> str:
        return f"route of {self.dossier_id}"


class Explanations(models.Model):
    """Why each date of a dossier is so, for everyone in it: a cache, made on first reading.

    It holds for one `version` of the dossier and one of the rules. `packed`: JSON, compressed.
    """

    dossier = models.OneToOneField(
        Dossier, on_delete=models.CASCADE, primary_key=True, related_name="explanations"
    )
    version = models.PositiveIntegerField()
    rules_version = models.CharField(max_length=64)
    packed = models.BinaryField()

    def __str__(self) -> str:
        return f"explanations of {self.dossier_id}"
