"""A list on its way in: the sealed file, its rows, what they came to, and what to do to take it back.

Everything that can hold a name, a day of someone or a cell of the file is sealed with a key of this list alone and is
gone within a day. What stays are counts, row numbers and which dossiers were touched.
"""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Account, Organisation

KEPT = timedelta(hours=24)


class Import(models.Model):
    """One list that somebody loads for one employer. `choices`: what each column is and what it means, no content."""

    class Kind(models.TextChoices):
        ABSENCES = "absences", _("verzuimlijst")
        EMPLOYEES = "employees", _("personeelslijst")

    class State(models.TextChoices):
        CHOOSING = "choosing", _("vragen")
        READING = "reading", _("wordt gelezen")
        READY = "ready", _("klaar om te bekijken")
        WORKING = "working", _("wordt geladen")
        DONE = "done", _("geladen")
        UNDOING = "undoing", _("wordt teruggedraaid")
        UNDONE = "undone", _("teruggedraaid")
        CANCELLED = "cancelled", _("gestopt")
        EXPIRED = "expired", _("verlopen")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=12, choices=State, default=State.CHOOSING)
    fingerprint = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    choices = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    total = models.PositiveIntegerField(default=0)
    """How many people there are to do."""
    made_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["account", "-made_at"], name="imports_of_someone")]

    @property
    def gone_at(self) -> datetime:
        """When the file and its rows are gone at the latest."""
        return self.made_at + KEPT

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Upload(models.Model):
    """The file, sealed with a key of its own (`wrapped` by the installation's)."""

    load = models.OneToOneField(Import, on_delete=models.CASCADE, primary_key=True, related_name="upload")
    wrapped = models.BinaryField()
    sealed = models.BinaryField()
    sealed_name = models.BinaryField()

    def __str__(self) -> str:
        return f"file of {self.load_id}"


class Line(models.Model):
    """What a row of the file comes to. `sealed` holds its cells and why, and is empty once the list is loaded."""

    class Verdict(models.TextChoices):
        NEW = "new", _("nieuw")
        CHANGED = "changed", _("gewijzigd")
        UNCHANGED = "unchanged", _("ongewijzigd")
        DOUBTFUL = "doubtful", _("twijfel")
        REFUSED = "refused", _("geweigerd")

    load = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    code = models.CharField(max_length=24, blank=True)
    course = models.PositiveIntegerField()
    sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["load", "number"], name="one_line_a_row")]
        indexes = [models.Index(fields=["load", "verdict", "number"], name="lines_by_verdict")]

    def __str__(self) -> str:
        return f"row {self.number}: {self.verdict}"


class Course(models.Model):
    """What has to be done for one person. `sealed`: who, and the periods; empty once done."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wacht")
        DONE = "done", _("gedaan")
        REFUSED = "refused", _("geweigerd")

    load = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="courses")
    index = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    refusal = models.CharField(max_length=300, blank=True)
    """Why the act said no, in its own words; these name nobody."""
    sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ["index"]
        constraints = [models.UniqueConstraint(fields=["load", "index"], name="one_course_a_person")]
        indexes = [models.Index(fields=["load", "state", "index"], name="courses_to_do")]

    def __str__(self) -> str:
        return f"course {self.index}: {self.state}"


class Change(models.Model):
    """One thing this list changed, with what an undo needs. Days stand in `detail`, names never."""

    class What(models.TextChoices):
        OPENED = "opened", _("dossier geopend")
        SPELL = "spell", _("ziekteperiode")
        HOURS = "hours", _("uren")
        RECOVERY = "recovery", _("herstel")
        EMPLOYEE = "employee", _("medewerker toegevoegd")
        COMPLETED = "completed", _("medewerker aangevuld")

    load = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=10, choices=What)
    employment_id = models.UUIDField()
    dossier_id = models.UUIDField(null=True)
    detail = models.JSONField(default=dict)
    undone = models.BooleanField(null=True)
    """True: taken back; False: left, since somebody changed it afterwards."""

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["load", "undone", "id"], name="changes_to_undo")]

    def __str__(self) -> str:
        return f"{self.what} in {self.dossier_id or self.employment_id}"


class Touched(models.Model):
    """A dossier this list opened or changed, and where its journal stood just after."""

    load = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="touched")
    dossier_id = models.UUIDField()
    opened = models.BooleanField()
    sequence = models.PositiveIntegerField()
    left = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["load", "dossier_id"], name="touched_once_a_list")]

    def __str__(self) -> str:
        return str(self.dossier_id)


class Layout(models.Model):
    """What the columns of a list with these headers are, kept for the next time. Headers only as a digest."""

    employer = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Import.Kind)
    fingerprint = models.CharField(max_length=64)
    columns = models.JSONField()
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employer", "kind", "fingerprint"], name="one_layout_a_header")
        ]

    def __str__(self) -> str:
        return f"layout of {self.kind}"
