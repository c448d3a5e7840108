"""Accounts: the key to the door, and nothing else. Names and roles live in `person.py`, under row security."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; an e-mail address is optional, since not everyone has one."""

    def create_user(
        self, email: str | None, password: str | None = None, world_id: uuid.UUID | None = None
    ) -> "Account":
        address = self.normalize_email(email).lower() if email else None
        account = self.model(email=address, world_id=world_id)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser, PermissionsMixin):
    """Someone who can sign in. A client without e-mail signs in with a code from a letter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    email_confirmed_at = models.DateTimeField(null=True, editable=False)
    """When its person showed to read this address. Before that nobody else's act may take the account for theirs."""
    recognised_at = models.DateTimeField(null=True, editable=False)
    """A company doctor met the person behind this account. Before that a client's account reaches nothing medical:
    whoever invited them might have kept the way in for themselves."""
    is_machine = models.BooleanField(default=False, editable=False)
    """A link of an organisation's own system, not a person: it never signs in, and nobody picks it from a list."""

    world = models.ForeignKey(
        "people.PracticeWorld", on_delete=models.PROTECT, null=True, editable=False, related_name="accounts"
    )
    """The practice world of an invented person; null for a real one. Fixed when the account is made."""

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return str(self.id)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A changed address is one that nobody has shown to read yet, whoever changes it and wherever."""
        fields = kwargs.get("update_fields")
        if self.email_confirmed_at and (fields is None or "email" in fields) and self.has_other_address():
            self.email_confirmed_at = None
            if fields is not None:
                kwargs["update_fields"] = {*fields, "email_confirmed_at"}
        super().save(*args, **kwargs)

    @property
    def is_used(self) -> bool:
        """Someone chose a password, or signed in without one: with a code by mail."""
        return self.has_usable_password() or self.last_login is not None

    def has_other_address(self) -> bool:
        """Whether the address differs from the one in the database."""
        return type(self).objects.filter(pk=self.pk).exclude(email=self.email).exists()


class Invitation(models.Model):
    """A way in for someone who has no password yet: a link by mail or a code in a letter. Only its hash is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="invitations")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Installation(models.Model):
    """One row: what kind of database this is. Demo mode is written when it is made and never changes."""

    demo = models.BooleanField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return "demo" if self.demo else "real"
