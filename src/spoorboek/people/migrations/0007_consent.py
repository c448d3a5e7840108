import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import spoorboek.site.clock
from spoorboek.people.rowsecurity import Protect


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_own_risk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField()),
                ("text_key", models.CharField(max_length=80)),
                ("text_version", models.CharField(max_length=40)),
                ("given_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-given_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("dossier_id", "text_key"),
                        name="one_consent_that_holds",
                    )
                ],
            },
        ),
        Protect("people_consent"),
    ]
