"""Practice worlds. All that a demo installation holds already becomes practice; real installations stay as they are."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import spoorboek.site.clock
from spoorboek.people.rowsecurity import Protect

DEMO_IS_PRACTICE = """
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO people_practiceworld (id, is_installation, shift_days, made_at)
SELECT gen_random_uuid(), true, 0, now() FROM people_installation WHERE demo LIMIT 1;
UPDATE people_account SET world_id = (SELECT id FROM people_practiceworld)
WHERE EXISTS (SELECT 1 FROM people_practiceworld);
UPDATE people_organisation SET world_id = (SELECT id FROM people_practiceworld)
WHERE EXISTS (SELECT 1 FROM people_practiceworld);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_employment_number"),
    ]

    operations = [
        migrations.AlterField(
            model_name="involvement",
            name="since",
            field=models.DateTimeField(default=spoorboek.site.clock.now),
        ),
        migrations.CreateModel(
            name="PracticeWorld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("is_installation", models.BooleanField(default=False)),
                ("shift_days", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "home",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice_worlds",
                        to="people.organisation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="account",
            name="world",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="people.practiceworld",
            ),
        ),
        migrations.AddField(
            model_name="organisation",
            name="world",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="organisations",
                to="people.practiceworld",
            ),
        ),
        migrations.AddConstraint(
            model_name="practiceworld",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_installation", True)),
                fields=("is_installation",),
                name="one_world_a_demo",
            ),
        ),
        migrations.AddConstraint(
            model_name="practiceworld",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_installation", False), ("home__isnull", True), _connector="OR"),
                name="a_demo_has_no_home",
            ),
        ),
        migrations.AddConstraint(
            model_name="practiceworld",
            constraint=models.CheckConstraint(
                condition=models.Q(("shift_days__lte", 1461)), name="at_most_four_years_ahead"
            ),
        ),
        migrations.RunSQL(DEMO_IS_PRACTICE, migrations.RunSQL.noop),
        Protect("people_practiceworld"),
    ]
