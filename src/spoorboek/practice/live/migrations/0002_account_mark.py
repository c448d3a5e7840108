from django.db import migrations, models


class Migration(migrations.Migration):
    """Screens that were linked before hold no mark, and so end: they last hours at most."""

    dependencies = [("practice_live", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="screen",
            name="account_mark",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
    ]
