import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import spoorboek.site.clock
from spoorboek.people.rowsecurity import Protect

TABLES = ("edition", "course", "ownreason", "activity", "proposal", "usefulness", "handover")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossiers", "0009_journal_layers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("method", models.CharField(max_length=80)),
                ("version", models.CharField(max_length=20)),
                ("content", models.TextField()),
                ("kept_at", models.DateTimeField(default=spoorboek.site.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("method", models.CharField(max_length=80)),
                ("together", models.UUIDField(default=uuid.uuid4)),
                ("private", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "wacht op je antwoord"),
                            ("running", "loopt"),
                            ("paused", "pauze"),
                            ("stopped", "gestopt"),
                            ("finished", "klaar"),
                        ],
                        default="running",
                        max_length=10,
                    ),
                ),
                ("starts", models.DateField()),
                (
                    "started_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("client", "medewerker"),
                            ("supervisor", "leidinggevende"),
                            ("case_manager", "casemanager"),
                            ("company_doctor", "bedrijfsarts"),
                            ("labour_expert", "arbeidsdeskundige"),
                            ("coach", "re-integratiecoach"),
                            ("work_supervisor", "werkbegeleider"),
                            ("buddy", "maatje"),
                            ("peer", "ervaringsdeskundige"),
                            ("researcher", "onderzoeker"),
                            ("admin", "beheerder"),
                            ("helper", "helper"),
                        ],
                        max_length=20,
                    ),
                ),
                ("paused_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                (
                    "why_stopped",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("client_chose", "de medewerker koos ervoor"),
                            ("back_at_work", "weer aan het werk"),
                            ("other_method", "een andere aanpak past beter"),
                            ("no_room", "geen tijd of plek op het werk"),
                            ("mistake", "per ongeluk gestart"),
                        ],
                        max_length=20,
                    ),
                ),
                ("facts", models.JSONField(default=dict)),
                ("known", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="courses",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="courses",
                        to="courses.edition",
                    ),
                ),
            ],
            options={
                "ordering": ["starts", "made_at"],
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("serves", models.JSONField(default=list)),
                ("plan_id", models.CharField(blank=True, max_length=200)),
                ("phase", models.CharField(blank=True, max_length=80)),
                ("step", models.CharField(blank=True, max_length=80)),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("kind", models.CharField(max_length=20)),
                ("ref", models.CharField(blank=True, max_length=80)),
                ("core", models.BooleanField(default=False)),
                ("private", models.BooleanField(default=False)),
                ("who", models.CharField(max_length=120)),
                ("expected_minutes", models.PositiveSmallIntegerField(default=0)),
                ("day", models.DateField(null=True)),
                ("time", models.TimeField(null=True)),
                ("latest", models.DateField(null=True)),
                ("waits_for", models.CharField(blank=True, max_length=80)),
                ("after", models.CharField(blank=True, max_length=200)),
                ("hand_set", models.BooleanField(default=False)),
                ("because", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "gepland"),
                            ("done", "gedaan"),
                            ("skipped", "overgeslagen"),
                            ("not_now", "nu even niet"),
                            ("dropped", "vervallen"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                (
                    "why_skipped",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_needed", "nu niet nodig"),
                            ("otherwise", "op een andere manier gedaan"),
                            ("other_first", "eerst een andere stap"),
                            ("away", "vakantie of vrije dagen"),
                            ("no_room", "geen tijd of plek op het werk"),
                            ("client_chose", "de medewerker koos anders"),
                        ],
                        max_length=20,
                    ),
                ),
                ("done_on", models.DateField(null=True)),
                (
                    "done_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("client", "medewerker"),
                            ("supervisor", "leidinggevende"),
                            ("case_manager", "casemanager"),
                            ("company_doctor", "bedrijfsarts"),
                            ("labour_expert", "arbeidsdeskundige"),
                            ("coach", "re-integratiecoach"),
                            ("work_supervisor", "werkbegeleider"),
                            ("buddy", "maatje"),
                            ("peer", "ervaringsdeskundige"),
                            ("researcher", "onderzoeker"),
                            ("admin", "beheerder"),
                            ("helper", "helper"),
                        ],
                        max_length=20,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "op locatie"),
                            ("phone", "telefoon"),
                            ("video", "beeldbellen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("changed_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="courses.course",
                    ),
                ),
            ],
            options={
                "ordering": ["day", "changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "author_role",
                    models.CharField(
                        choices=[
                            ("client", "medewerker"),
                            ("supervisor", "leidinggevende"),
                            ("case_manager", "casemanager"),
                            ("company_doctor", "bedrijfsarts"),
                            ("labour_expert", "arbeidsdeskundige"),
                            ("coach", "re-integratiecoach"),
                            ("work_supervisor", "werkbegeleider"),
                            ("buddy", "maatje"),
                            ("peer", "ervaringsdeskundige"),
                            ("researcher", "onderzoeker"),
                            ("admin", "beheerder"),
                            ("helper", "helper"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "to_role",
                    models.CharField(
                        choices=[
                            ("client", "medewerker"),
                            ("supervisor", "leidinggevende"),
                            ("case_manager", "casemanager"),
                            ("company_doctor", "bedrijfsarts"),
                            ("labour_expert", "arbeidsdeskundige"),
                            ("coach", "re-integratiecoach"),
                            ("work_supervisor", "werkbegeleider"),
                            ("buddy", "maatje"),
                            ("peer", "ervaringsdeskundige"),
                            ("researcher", "onderzoeker"),
                            ("admin", "beheerder"),
                            ("helper", "helper"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("with_client", "bij de medewerker"),
                            ("passed", "doorgegeven"),
                            ("kept_back", "niet doorgegeven"),
                        ],
                        default="with_client",
                        max_length=12,
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("own_words", models.BinaryField(default=b"")),
                ("made_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handovers",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="OwnReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="courses.course"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("plan_id", models.CharField(max_length=200)),
                ("step", models.CharField(max_length=80)),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("move", "verzetten"),
                            ("wait", "wacht op een datum"),
                            ("add", "erbij"),
                            ("drop", "vervalt"),
                        ],
                        max_length=6,
                    ),
                ),
                ("was", models.DateField(null=True)),
                ("becomes", models.DateField(null=True)),
                ("cause", models.CharField(blank=True, max_length=80)),
                ("because", models.JSONField(default=list)),
                ("private", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "wacht op je keuze"),
                            ("accepted", "overgenomen"),
                            ("declined", "zo gelaten"),
                            ("overtaken", "niet meer nodig"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="courses.course",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["becomes", "was", "plan_id"],
            },
        ),
        migrations.CreateModel(
            name="Usefulness",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("client", "medewerker"),
                            ("supervisor", "leidinggevende"),
                            ("case_manager", "casemanager"),
                            ("company_doctor", "bedrijfsarts"),
                            ("labour_expert", "arbeidsdeskundige"),
                            ("coach", "re-integratiecoach"),
                            ("work_supervisor", "werkbegeleider"),
                            ("buddy", "maatje"),
                            ("peer", "ervaringsdeskundige"),
                            ("researcher", "onderzoeker"),
                            ("admin", "beheerder"),
                            ("helper", "helper"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.PositiveSmallIntegerField()),
                ("tapped_at", models.DateTimeField(default=spoorboek.site.clock.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taps",
                        to="courses.activity",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["dossier", "state", "day"], name="activities_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("plan_id", ""), _negated=True), models.Q(("state", "dropped"), _negated=True)
                ),
                fields=("dossier", "plan_id"),
                name="a_planned_step_stands_once",
            ),
        ),
        migrations.AddIndex(
            model_name="course",
            index=models.Index(fields=["dossier", "state"], name="courses_of_a_dossier"),
        ),
        migrations.AddIndex(
            model_name="course",
            index=models.Index(fields=["together"], name="courses_that_began_together"),
        ),
        migrations.AddConstraint(
            model_name="course",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["asked", "running", "paused"])),
                fields=("dossier", "method"),
                name="a_method_runs_once_in_a_dossier",
            ),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["dossier", "state"], name="proposals_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("dossier", "plan_id"),
                name="one_open_proposal_a_step",
            ),
        ),
        migrations.AddConstraint(
            model_name="usefulness",
            constraint=models.UniqueConstraint(fields=("activity", "account"), name="one_tap_a_person"),
        ),
        migrations.AddConstraint(
            model_name="usefulness",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__lte", 10)), name="a_tap_is_0_to_10"
            ),
        ),
        *(Protect(f"courses_{table}") for table in TABLES),
    ]
