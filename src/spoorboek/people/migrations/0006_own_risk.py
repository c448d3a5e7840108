from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_account_is_machine")]
    operations = [
        migrations.AddField(
            model_name="organisation", name="own_risk_zw", field=models.BooleanField(default=False)
        ),
    ]
