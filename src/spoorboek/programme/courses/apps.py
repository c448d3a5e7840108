from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """A method at work in a dossier: plan, activities, proposals."""

    name = "spoorboek.programme.courses"
    label = "courses"

    def ready(self) -> None:
        from spoorboek.dossiers.demo import more
        from spoorboek.programme.courses import offers, silence, tellings, watching
        from spoorboek.programme.courses.demo import fill

        tellings.connect()
        offers.connect()
        silence.connect()
        more.register("courses", fill)
        watching.connect()
