from spoorboek.programme.shelf.models.draft import Draft
from spoorboek.programme.shelf.models.material import MaterialDraft, MaterialKind, MaterialRelease
from spoorboek.programme.shelf.models.news import SeenNews
from spoorboek.programme.shelf.models.release import Release

__all__ = ["Draft", "MaterialDraft", "MaterialKind", "MaterialRelease", "Release", "SeenNews"]
