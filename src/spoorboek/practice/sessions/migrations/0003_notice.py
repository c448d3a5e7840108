import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect

TAKE_OVER = """
INSERT INTO practice_sessions_notice (event_id, organisation_id, kind, scene, way, "on", seen_at, seen_by_id)
SELECT id, organisation_id, kind, scene, way, (at AT TIME ZONE 'Europe/Amsterdam')::date, seen_at, seen_by_id
FROM practice_sessions_adverseevent WHERE organisation_id IS NOT NULL
"""


class Migration(migrations.Migration):
    """What the responsible person reads of a report goes to a table of its own, without dossier, session and author."""

    dependencies = [
        ("people", "0008_consent_on_paper"),
        ("practice_sessions", "0002_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="notice",
                        serialize=False,
                        to="practice_sessions.adverseevent",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fell", "gestoten, gestruikeld of gevallen"),
                            ("unwell", "niet goed geworden, of het bleef lang hangen"),
                            ("upset", "erg van streek geraakt"),
                            ("technical", "bril, beeld of geluid deed iets geks"),
                            ("seen", "iemand zag of hoorde iets wat niet mocht"),
                            ("other", "iets anders"),
                        ],
                        max_length=10,
                    ),
                ),
                ("scene", models.CharField(max_length=80)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("headset", "met de bril"), ("screen", "op het scherm")],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.organisation",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-on"]},
        ),
        migrations.RunSQL(TAKE_OVER, migrations.RunSQL.noop),
        Protect("practice_sessions_notice"),
        migrations.RemoveField(model_name="adverseevent", name="seen_at"),
        migrations.RemoveField(model_name="adverseevent", name="seen_by"),
    ]
