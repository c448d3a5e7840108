from django.urls import path

from spoorboek.loading.views import choosing, looking, people, starting, working

urlpatterns = [
    path("laden/", starting.lists, name="lists"),
    path("laden/<uuid:import_id>/", starting.go_on, name="list"),
    path("laden/<uuid:import_id>/stoppen/", starting.stop, name="list_stop"),
    path("laden/<uuid:import_id>/kolommen/", choosing.columns, name="list_columns"),
    path("laden/<uuid:import_id>/vraag/<slug:question>/", choosing.question, name="list_question"),
    path("laden/<uuid:import_id>/mensen/", people.people, name="list_people"),
    path("laden/<uuid:import_id>/voorbeeld/", looking.look, name="list_preview"),
    path("laden/<uuid:import_id>/bestand/", looking.download, name="list_file"),
    path("laden/<uuid:import_id>/laden/", working.load, name="list_load"),
    path("laden/<uuid:import_id>/voortgang/", working.progress, name="list_progress"),
    path("laden/<uuid:import_id>/uitkomst/", working.outcome, name="list_outcome"),
    path("laden/<uuid:import_id>/terugdraaien/", working.take_back, name="list_undo"),
]
