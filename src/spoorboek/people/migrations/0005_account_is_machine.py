from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_shared_cache")]

    operations = [
        migrations.AddField(
            model_name="account", name="is_machine", field=models.BooleanField(default=False, editable=False)
        ),
    ]
