from django.apps import AppConfig


class FolderConfig(AppConfig):
    """The work folder: a client's own worksheets, shared page by page."""

    name = "spoorboek.programme.folder"
    label = "folder"
