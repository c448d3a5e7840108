from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0008_recovery_tells_too")]

    operations = [
        migrations.AddField(
            model_name="journalpayload",
            name="layer",
            field=models.CharField(default="process", max_length=12),
        ),
    ]
