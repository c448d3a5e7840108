from spoorboek.programme.learning.models.certificate import Certificate
from spoorboek.programme.learning.models.visit import Visit

__all__ = ["Certificate", "Visit"]
