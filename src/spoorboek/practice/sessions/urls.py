"""Addresses of practising: the client's own place, the coach's pages of a dossier, reports and rules."""

from django.urls import URLPattern, path

from spoorboek.practice.sessions.views import afterwards, client, coach, home, moments, questions, reports

MINE = "oefenen-met-vr/"
SESSION = MINE + "<uuid:session_id>/"
DOSSIER = "dossiers/<uuid:dossier_id>/oefenen-met-vr/"
urlpatterns: list[URLPattern] = [
    path(MINE, client.practice, name="practice"),
    path(MINE + "thuis/", home.home, name="practice-home"),
    path(MINE + "voortgang/", home.progress, name="practice-progress"),
    path(MINE + "bril/", questions.fit, name="practice-fit"),
    path(MINE + "bril/keuze/", questions.settle_fit, name="practice-settle-fit"),
    path(MINE + "veilig/", reports.safety_rules, name="practice-safety"),
    path(MINE + "bewaren/<uuid:keep_id>/stop/", afterwards.take_back, name="practice-take-back"),
    path(SESSION, client.session_page, name="practice-session"),
    path(SESSION + "ja/", client.agree, name="practice-agree"),
    path(SESSION + "nu-niet/", client.not_now, name="practice-not-now"),
    path(SESSION + "vandaag/", questions.today, name="practice-today"),
    path(SESSION + "vandaag/keuze/", questions.settle_today, name="practice-settle-today"),
    path(SESSION + "antwoord/", client.say, name="practice-say"),
    path(SESSION + "begin/", client.begin, name="practice-begin"),
    path(SESSION + "stop/", client.stop, name="practice-stop"),
    path(SESSION + "momenten/", moments.moments, name="practice-moments"),
    path(SESSION + "woorden/<slug:what>/", afterwards.write, name="practice-write"),
    path(SESSION + "bewaren/", afterwards.keep, name="practice-keep"),
    path(SESSION + "klaar/", afterwards.close, name="practice-close"),
    path(SESSION + "briefje/<uuid:account_id>/", afterwards.note, name="practice-note"),
    path(SESSION + "weg/", afterwards.wipe, name="practice-wipe"),
    path(SESSION + "melden/", reports.report, name="practice-report"),
    path(DOSSIER, coach.practice_of, name="practice-of"),
    path(DOSSIER + "kiezen/", coach.choose, name="practice-choose"),
    path(DOSSIER + "kiezen/<slug:scene>/", coach.plan, name="practice-plan"),
    path(DOSSIER + "voortgang/", coach.progress, name="practice-progress-of"),
    path(DOSSIER + "<uuid:session_id>/", coach.one_session, name="practice-coach"),
    path(DOSSIER + "<uuid:session_id>/intrekken/", coach.withdraw, name="practice-withdraw"),
    path(DOSSIER + "<uuid:session_id>/melden/", reports.report_of, name="practice-report-of"),
    path("meldingen-over-oefenen/", reports.reports, name="practice-reports"),
    path("meldingen-over-oefenen/<uuid:event_id>/gezien/", reports.seen, name="practice-seen"),
    path(
        "meldingen-over-oefenen/wie-kijkt/<uuid:organisation_id>/",
        reports.name_responsible,
        name="practice-responsible",
    ),
]
