from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0005_covered")]
    operations = [
        migrations.AddField(model_name="decision", name="granted", field=models.BooleanField(null=True)),
    ]
