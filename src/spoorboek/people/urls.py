"""Addresses about people: the demo, invitations, the organisation."""

from django.urls import URLPattern, path

from spoorboek.people.views import demo, invitations, organisation

urlpatterns: list[URLPattern] = [
    path("demo/login/<str:role>/", demo.demo_login, name="demo_login"),
    path("brief/", invitations.letter, name="letter"),
    path("uitnodiging/", invitations.accept, name="accept_invitation"),
    path("uitnodiging/<str:code>/", invitations.link, name="invitation_link"),
    path("adres/<str:token>/", invitations.confirm_address, name="confirm_address"),
    path("organisatie/", organisation.organisation, name="organisation"),
    path("organisatie/samenwerking/", organisation.engage_service, name="engage_service"),
    path("veilig-inloggen/", organisation.second_factor, name="second_factor"),
]
