"""A browser without a browser: Django's test client, signed in, with the second factor that dossiers ask for."""

from django.test import Client

from spoorboek.people.models import Person
from spoorboek.people.secondfactor import DONE


def signed_in(someone: Person) -> Client:
    """A client signed in as this person."""
    client = Client()
    client.force_login(someone.account)
    session = client.session
    session[DONE] = True
    session.save()
    return client
