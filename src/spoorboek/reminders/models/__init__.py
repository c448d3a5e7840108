from spoorboek.reminders.models.feed import Feed
from spoorboek.reminders.models.reminder import Kind, Reminder, Rhythm

__all__ = ["Feed", "Kind", "Reminder", "Rhythm"]
