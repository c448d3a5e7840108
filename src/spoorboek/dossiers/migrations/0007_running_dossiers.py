"""What runs is one in twenty: jobs that go through running dossiers need not look at the closed ones."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0006_decision_granted")]

    operations = [
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", True)), fields=["id"], name="running_dossiers"
            ),
        )
    ]
