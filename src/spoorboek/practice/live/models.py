"""A session that is being played now, and the screen that was linked to it with a code. Both go when it is over."""

import uuid

from django.db import models

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account
from spoorboek.practice.sessions.models import Session
from spoorboek.site import clock


class Line(models.Model):
    """What the server holds while a session is played (`sealed`: `state.Held` as JSON), and who is there.

    `number` rises with every change and is what other processes are told. `screen` names the one screen that plays.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, primary_key=True, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(default=0)
    sealed = models.BinaryField()
    screen = models.CharField(max_length=32, blank=True)
    left_at = models.PositiveIntegerField(default=0)
    """The coach's last command when the client's screen went away."""
    client_until = models.DateTimeField(null=True)
    coach_until = models.DateTimeField(null=True)
    battery = models.PositiveSmallIntegerField(null=True)
    charging = models.BooleanField(null=True)

    def __str__(self) -> str:
        return f"line {self.number}"


class Screen(models.Model):
    """A browser that holds one session's screen and nothing else of the account: asked with a code, then let in.

    `typed_at`: somebody typed the code in a browser, which shows two words; `let_in_at`: the coach heard those words
    from the client. Before that the browser has nothing. Code and token are kept as hashes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    client = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField()
    token_hash = models.CharField(max_length=64, blank=True)
    account_mark = models.CharField(max_length=64, blank=True)
    """What signs out every browser of the client with another password ends this one too: a digest of the same."""
    words = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(default=clock.real_now)
    typed_at = models.DateTimeField(null=True)
    let_in_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["code_hash"], condition=~models.Q(code_hash=""), name="a_code_is_for_one_session"
            )
        ]

    def __str__(self) -> str:
        return f"screen of {self.made_at}"
