"""Room for the demo's addresses in a database where other tests used them."""

from uuid import uuid4

from spoorboek.people.models import Account


def aside() -> None:
    """Accounts that have the demo's addresses step aside."""
    for account in Account.objects.filter(email__endswith="@demo.spoorboek.example"):
        account.email = f"{uuid4().hex}@example.org"
        account.save()
