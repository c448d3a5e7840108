from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """A method at work in a dossier: plan, activities, proposals."""

    name = "spoorboek.programme.courses"
    label = "courses"

    def ready(self) -> None:
        from spoorboek.programme.courses import tellings, watching

        tellings.connect()
        watching.connect()
