"""Passwords of tests: the same kind of hash as the product's, made with the least work that Argon2 allows."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """A thousandth of the memory and one round: nobody will ever try to guess these."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
