"""What web processes count together: how often an address tried to sign in. Django's own cache table, made here since
the application's role may not make tables."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0003_practice_worlds")]
    operations = [
        migrations.RunSQL(
            [
                "CREATE TABLE spoorboek_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
                " expires timestamptz NOT NULL)",
                "CREATE INDEX spoorboek_cache_expires ON spoorboek_cache (expires)",
            ],
            ["DROP TABLE spoorboek_cache"],
        )
    ]
