"""What the client says of one behaviour, round after round, and what they chose to do with it."""

import uuid

from django.db import models

from spoorboek.dossiers.models import Dossier


class Behaviour(models.Model):
    """One specific behaviour that the client named: a `key` from the list, or own words (sealed)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="behaviours")
    key = models.CharField(max_length=60, blank=True)
    sealed = models.BinaryField(default=bytes)
    started_on = models.DateField()
    stopped_on = models.DateField(null=True)

    class Meta:
        ordering = ["-started_on", "-pk"]

    def __str__(self) -> str:
        return self.key or "own words"


class Round(models.Model):
    """One time that the client went along the questions. An unfinished round waits, without a term."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    behaviour = models.ForeignKey(Behaviour, on_delete=models.CASCADE, related_name="rounds")
    started_on = models.DateField()
    finished_on = models.DateField(null=True)

    class Meta:
        ordering = ["started_on", "pk"]

    def __str__(self) -> str:
        return f"round of {self.started_on}"


class Answer(models.Model):
    """What the client says of one determinant in one round: a step, *I do not know*, or passed over (sealed)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="answers")
    behaviour = models.ForeignKey(Behaviour, on_delete=models.CASCADE, related_name="+")
    determinant = models.CharField(max_length=60)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "determinant"], name="one_answer_a_determinant_a_round")
        ]

    def __str__(self) -> str:
        return self.determinant


class Choice(models.Model):
    """One of the two or three determinants that matter now, as the client chose."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    behaviour = models.ForeignKey(Behaviour, on_delete=models.CASCADE, related_name="choices")
    determinant = models.CharField(max_length=60)
    chosen_on = models.DateField()
    let_go_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.determinant


class Card(models.Model):
    """An action card that the client took up."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    behaviour = models.ForeignKey(Behaviour, on_delete=models.CASCADE, related_name="cards")
    key = models.CharField(max_length=60)
    taken_on = models.DateField()
    done_on = models.DateField(null=True)
    let_go_on = models.DateField(null=True)

    class Meta:
        ordering = ["taken_on", "pk"]

    def __str__(self) -> str:
        return self.key
