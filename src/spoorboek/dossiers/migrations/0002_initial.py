import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dossiers", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="for_employer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="with_account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="appointmentreply",
            name="appointment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="replies", to="dossiers.appointment"
            ),
        ),
        migrations.AddField(
            model_name="contactnote",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.CreateModel(
            name="JournalHead",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("length", models.PositiveIntegerField()),
                ("chain", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Route",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="route",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("clocks", models.JSONField()),
                ("case", models.JSONField()),
                ("rules_version", models.CharField(max_length=64)),
                ("computed_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.AddField(
            model_name="dossier",
            name="employment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="dossiers", to="people.employment"
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="previous",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="later",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="contactnote",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contact_notes",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="appointmentreply",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appointment_replies",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appointments",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="agreements", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="foldedcard",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="folded_cards",
                to="dossiers.dossier",
            ),
        ),
        migrations.CreateModel(
            name="JournalPayload",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="payload",
                        serialize=False,
                        to="dossiers.journalentry",
                    ),
                ),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name="journalentry",
            name="account",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journalentry",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="journal", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="leave",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="leaves", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="milestone",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="milestones", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="obligation",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="obligations", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="opening",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="opening",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="openings", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="resumedhours",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="resumed_hours",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="spell",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="spells", to="dossiers.dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(fields=("dossier", "kind"), name="one_decision_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="appointmentreply",
            constraint=models.UniqueConstraint(
                fields=("appointment", "version"), name="one_reply_to_a_moment"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                fields=("dossier", "key", "ordinal"), name="one_agreement_a_step"
            ),
        ),
        migrations.AddConstraint(
            model_name="foldedcard",
            constraint=models.UniqueConstraint(fields=("dossier", "card"), name="a_card_folds_once"),
        ),
        migrations.AddField(
            model_name="journalpayload",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossiers.dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="journalentry",
            constraint=models.UniqueConstraint(fields=("dossier", "sequence"), name="one_entry_a_sequence"),
        ),
        migrations.AddConstraint(
            model_name="leave",
            constraint=models.UniqueConstraint(fields=("dossier", "starts"), name="one_leave_a_day"),
        ),
        migrations.AddConstraint(
            model_name="leave",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))), name="leave_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(
                fields=("dossier", "key", "ordinal"), name="one_milestone_a_step"
            ),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(fields=["dossier", "next_on"], name="obligation_by_day"),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.UniqueConstraint(
                fields=("dossier", "key", "ordinal"), name="one_obligation_a_step"
            ),
        ),
        migrations.AddIndex(
            model_name="opening",
            index=models.Index(fields=["dossier", "-at"], name="openings_of_a_dossier"),
        ),
        migrations.AddConstraint(
            model_name="resumedhours",
            constraint=models.UniqueConstraint(fields=("dossier", "since"), name="one_resumption_a_day"),
        ),
        migrations.AddConstraint(
            model_name="spell",
            constraint=models.UniqueConstraint(fields=("dossier", "starts"), name="one_spell_a_day"),
        ),
        migrations.AddConstraint(
            model_name="spell",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"),
                name="a_spell_ends_after_it_starts",
            ),
        ),
        Protect("dossiers_dossier"),
        Protect("dossiers_spell"),
        Protect("dossiers_resumedhours"),
        Protect("dossiers_leave"),
        Protect("dossiers_milestone"),
        Protect("dossiers_decision"),
        Protect("dossiers_agreement"),
        Protect("dossiers_obligation"),
        Protect("dossiers_route"),
        Protect("dossiers_appointment"),
        Protect("dossiers_appointmentreply"),
        Protect("dossiers_contactnote"),
        Protect("dossiers_journalentry"),
        Protect("dossiers_journalhead"),
        Protect("dossiers_journalpayload"),
        Protect("dossiers_opening"),
        Protect("dossiers_foldedcard"),
    ]
