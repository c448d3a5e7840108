import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossiers", "0009_journal_layers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Agenda",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("held_on", models.DateField(null=True)),
                (
                    "appointment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agendas",
                        to="dossiers.appointment",
                    ),
                ),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("sealed", models.BinaryField()),
                ("weight", models.PositiveSmallIntegerField(default=1)),
                ("made_on", models.DateField()),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("fixed_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="dossiers.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["made_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shared_on", models.DateField()),
                ("until", models.DateField(null=True)),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shares", to="coaching.goal"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Homework",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("worksheet", models.CharField(blank=True, max_length=60)),
                ("sealed", models.BinaryField(default=bytes)),
                ("given_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
            ],
            options={
                "ordering": ["given_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HomeworkReply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.CharField(choices=[("done", "Done"), ("not_now", "Not Now")], max_length=10)),
                ("said_on", models.DateField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
                (
                    "homework",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reply",
                        to="coaching.homework",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("redacted_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-made_at"],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="coaching.goal",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="CoachRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("sealed", models.BinaryField()),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coach_ratings",
                        to="coaching.goal",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("goal", "author", "on"), name="one_coach_rating_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("sealed", models.BinaryField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_ratings",
                        to="coaching.goal",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
                "constraints": [models.UniqueConstraint(fields=("goal", "on"), name="one_own_rating_a_day")],
            },
        ),
        Protect("coaching_agenda"),
        Protect("coaching_goal"),
        Protect("coaching_goalshare"),
        Protect("coaching_homework"),
        Protect("coaching_homeworkreply"),
        Protect("coaching_note"),
        Protect("coaching_proposal"),
        Protect("coaching_coachrating"),
        Protect("coaching_ownrating"),
    ]
