"""Django settings. Each thing an operator may set comes from `environment.VARIABLES`."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from spoorboek.site import environment, keys, logs, mail

SITE = Path(__file__).resolve().parent
PROJECT = SITE.parents[2]
DATA = Path(environment.text("SPOORBOEK_DATA", str(PROJECT / ".data")))

DEBUG = environment.switch("SPOORBOEK_DEBUG", default=False)
DEMO = keys.demo_mode(DATA)
HTTPS = environment.switch("SPOORBOEK_HTTPS", default=not DEMO)
SECRET_KEY = environment.text("SPOORBOEK_SECRET_KEY") or keys.kept(DATA, "secret-key")
DATA_KEY = environment.text("SPOORBOEK_DATA_KEY") or keys.kept(DATA, "data-key")
ALLOWED_HOSTS = environment.words("SPOORBOEK_HOSTS", "localhost,127.0.0.1,[::1]")
ADDRESS = environment.address(
    "SPOORBOEK_ADDRESS", f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0].replace('*', 'localhost')}"
)
MEDICAL_LAYER = environment.switch("SPOORBOEK_MEDICAL_LAYER", default=True)
API_REQUESTS_A_MINUTE = max(1, environment.number("SPOORBOEK_API_PACE", 600))
OPINION_COST = environment.text("SPOORBOEK_OPINION_COST")
DATABASE_PLANS = environment.switch("SPOORBOEK_DATABASE_PLANS", True)
KEEP_CLOSED_DAYS = environment.number("SPOORBOEK_KEEP_CLOSED_DAYS", 730)
KEEP_CLOSED_SOURCE = environment.text(
    "SPOORBOEK_KEEP_CLOSED_SOURCE", environment.VARIABLES["SPOORBOEK_KEEP_CLOSED_SOURCE"].default
)
KEEP_WITHDRAWN_DAYS = environment.number("SPOORBOEK_KEEP_WITHDRAWN_DAYS", 28)
KEEP_WITHDRAWN_SOURCE = environment.text("SPOORBOEK_KEEP_WITHDRAWN_SOURCE", "unconfirmed")
CIRCLE_KEEP_MAX_DAYS = max(1, environment.number("SPOORBOEK_CIRCLE_KEEP_MAX_DAYS", 182))
CIRCLE_KEEP_DAYS = min(max(1, environment.number("SPOORBOEK_CIRCLE_KEEP_DAYS", 56)), CIRCLE_KEEP_MAX_DAYS)
CIRCLE_KEEP_SOURCE = environment.text("SPOORBOEK_CIRCLE_KEEP_SOURCE", "unconfirmed")
FOLDER_MOST_MB = max(1, environment.number("SPOORBOEK_FOLDER_MOST_MB", 500))
FOLDER_OFFLINE_DAYS = max(1, environment.number("SPOORBOEK_FOLDER_OFFLINE_DAYS", 14))
OPINION_COST_SOURCE = environment.text("SPOORBOEK_OPINION_COST_SOURCE", "unconfirmed")
ICE_SERVERS = environment.ice_servers("SPOORBOEK_ICE_SERVERS")
TURN_SECRET = environment.text("SPOORBOEK_TURN_SECRET")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "procrastinate.contrib.django",
    "spoorboek.site",
    "spoorboek.people",
    "spoorboek.dossiers.medical",
    "spoorboek.dossiers",
    "spoorboek.caseload",
    "spoorboek.reminders",
    "spoorboek.rehearsal",
    "spoorboek.loading",
    "spoorboek.programme.shelf",
    "spoorboek.programme.folder",
    "spoorboek.programme.learning",
    "spoorboek.programme.courses",
    "spoorboek.programme.profile",
    "spoorboek.programme.coaching",
    "spoorboek.practice.scenes",
    "spoorboek.practice.sessions",
    "spoorboek.practice.live",
    "spoorboek.circle",
    "spoorboek.api",
]

MIDDLEWARE = [
    "spoorboek.site.health.HealthMiddleware",
    "spoorboek.site.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "spoorboek.site.staticfiles.StaticFiles",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "spoorboek.api.middleware.TokenMiddleware",
    "spoorboek.people.middleware.ActorMiddleware",
    "spoorboek.programme.folder.offline.middleware.OwnDevice",
    "spoorboek.api.repeats.RepeatMiddleware",
    "spoorboek.people.secondfactor.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "spoorboek.site.permissions.Permissions",
]

ROOT_URLCONF = "spoorboek.site.urls"
ASGI_APPLICATION = "spoorboek.site.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "spoorboek.site.context.site",
                "spoorboek.people.context.reader",
                "spoorboek.rehearsal.context.practising",
                "spoorboek.programme.folder.offline.context.kept",
            ],
        },
    }
]

DATABASES = keys.databases(DATA)
DATABASE_ROUTERS = ["spoorboek.people.routers.LayerRouter"]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "spoorboek_cache"}
}
"""Shared by all web processes: the limits on signing in are counted there."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    }
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

LRS_URL = environment.service("SPOORBOEK_LRS_URL")
LRS_KEY = environment.text("SPOORBOEK_LRS_KEY")
LRS_SECRET = environment.text("SPOORBOEK_LRS_SECRET")
"""Where statements about finished modules go; see programme/learning/telling.py."""

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [SITE / "locale"]
FORMAT_MODULE_PATH = "spoorboek.site.formats"
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

FILE_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
"""A list of employees never lies unsealed on disk: what is too large for memory is refused."""

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [SITE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

globals().update(mail.settings_for(environment.text("SPOORBOEK_MAIL_URL"), DATA / "mail"))
DEFAULT_FROM_EMAIL = environment.text("SPOORBOEK_MAIL_FROM", "Spoorboek <spoorboek@localhost>")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 12
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "spoorboek.people.signin.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_MAX_EMAIL_ADDRESSES = 1
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_FORMS = {
    "login": "spoorboek.people.forms.LoginForm",
    "request_login_code": "spoorboek.people.forms.RequestLoginCodeForm",
    "reset_password": "spoorboek.people.forms.ResetPasswordForm",
}
ACCOUNT_RATE_LIMITS = {"letter_code": "10/h/ip", "practice_code": "8/10m/ip,2000/10m/key"}
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Spoorboek"
MFA_TOTP_TOLERANCE = 1
"""The code before the present one works too: typing takes time."""
MFA_FORMS = {
    "activate_totp": "spoorboek.people.secondfactor_forms.CodeAppForm",
    "authenticate": "spoorboek.people.secondfactor_forms.SecondStepForm",
    "reauthenticate": "spoorboek.people.secondfactor_forms.SecondStepAgainForm",
    "add_webauthn": "spoorboek.people.secondfactor_forms.AddPasskeyForm",
    "edit_webauthn": "spoorboek.people.secondfactor_forms.RenamePasskeyForm",
}

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

LOGGING = logs.configuration(environment.level("SPOORBOEK_LOG_LEVEL", "INFO"), in_full=DEMO or DEBUG)
LAST_PROTECTED_APP = INSTALLED_APPS[-1].rpartition(".")[2]
