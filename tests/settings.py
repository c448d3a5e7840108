"""The product's settings for a test run: a data folder and databases of its own, never those in use."""

import os
from pathlib import Path

KEPT = {
    "SPOORBOEK_DATABASE_URL",
    "SPOORBOEK_DATABASE_OWNER_URL",
    "SPOORBOEK_MEDICAL_DATABASE_URL",
    "SPOORBOEK_DATABASE_POOL",
    "SPOORBOEK_CHROMIUM",
    "SPOORBOEK_PICTURES",
}
for name in [name for name in os.environ if name.startswith("SPOORBOEK_") and name not in KEPT]:
    del os.environ[name]
os.environ["SPOORBOEK_DATA"] = str(Path(__file__).resolve().parents[1] / ".data-test")
os.environ["SPOORBOEK_HTTPS"] = "off"
os.environ["SPOORBOEK_LOG_LEVEL"] = "WARNING"

from spoorboek.site.settings import *  # noqa: E402, F403
from spoorboek.site.settings import MIDDLEWARE, STATIC_ROOT  # noqa: E402

STATIC_FILES = "spoorboek.site.staticfiles.StaticFiles"
MIDDLEWARE = ["tests.statics.FoundOnce" if each == STATIC_FILES else each for each in MIDDLEWARE]
PASSWORD_HASHERS = ["tests.hashing.LightArgon2"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where nothing was collected yet
