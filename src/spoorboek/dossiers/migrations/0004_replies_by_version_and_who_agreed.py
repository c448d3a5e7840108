from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT


class Migration(migrations.Migration):
    """A reply is to one moment of an appointment; an agreement names who agreed for the employer."""

    dependencies = [
        ("dossiers", "0003_route"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="appointmentreply",
            name="appointment",
            field=models.ForeignKey(on_delete=CASCADE, related_name="replies", to="dossiers.appointment"),
        ),
        migrations.AddField(
            model_name="appointmentreply",
            name="version",
            field=models.PositiveIntegerField(default=1),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="appointmentreply",
            constraint=models.UniqueConstraint(fields=("appointment", "version"), name="one_reply_to_a_moment"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="for_employer",
            field=models.ForeignKey(
                null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
    ]
