"""Who looked is written on the practice day, where there is one; nothing changes in the database."""

from django.db import migrations, models

import spoorboek.site.clock


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0002_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="opening",
            name="at",
            field=models.DateTimeField(default=spoorboek.site.clock.now),
        ),
    ]
