"""Addresses of coaching: goals, homework and notes for the client, sessions and the agenda for a coach."""

from django.urls import URLPattern, path

from spoorboek.programme.coaching.views import agenda, client, coach, goals, homework

GOAL = "mijn-doelen/<uuid:goal_id>/"
DOSSIER = "dossiers/<uuid:dossier_id>/coaching/"
urlpatterns: list[URLPattern] = [
    path("mijn-doelen/", goals.my_goals, name="my_goals"),
    path("mijn-doelen/nieuw/", goals.name_goal, name="goal_name"),
    path(GOAL + "treden/", goals.levels, name="goal_levels"),
    path(GOAL + "vastleggen/", goals.fix, name="goal_fix"),
    path(GOAL + "afsluiten/", goals.end, name="goal_end"),
    path(GOAL + "waar-sta-ik/", goals.rate, name="goal_rate"),
    path(GOAL + "delen/<uuid:account_id>/", goals.share, name="goal_share"),
    path("mijn-doelen/delen/<int:goal_share_id>/stop/", goals.withdraw, name="goal_withdraw"),
    path("mijn-doelen/voorstel/<int:proposal_id>/", goals.take_over, name="goal_take_over"),
    path("mijn-coaching/", client.my_coaching, name="my_coaching"),
    path("huiswerk/<uuid:homework_id>/<slug:said>/", client.answer_homework, name="homework_answer"),
    path(DOSSIER, coach.coaching, name="coaching"),
    path(DOSSIER + "agenda/", coach.write_agenda, name="coaching_agenda"),
    path(DOSSIER + "notitie/", coach.write_note, name="coaching_note"),
    path(DOSSIER + "notitie/<uuid:coaching_note_id>/", coach.redact_note, name="coaching_redact"),
    path(DOSSIER + "doelen/", coach.rate, name="coaching_rate"),
    path(DOSSIER + "doelen/<uuid:goal_id>/", coach.propose, name="coaching_propose"),
    path(DOSSIER + "huiswerk/", homework.give, name="coaching_homework"),
    path(DOSSIER + "huiswerk/<uuid:homework_id>/", homework.take_back, name="coaching_homework_back"),
    path("agenda/", agenda.agenda, name="agenda"),
]
