from spoorboek.rehearsal.models.lesson import Lesson
from spoorboek.rehearsal.models.move import Move

__all__ = ["Lesson", "Move"]
