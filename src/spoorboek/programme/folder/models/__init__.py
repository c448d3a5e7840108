from spoorboek.programme.folder.models.answer import Answer, Attachment, Finish
from spoorboek.programme.folder.models.device import Device
from spoorboek.programme.folder.models.share import Share

__all__ = ["Answer", "Attachment", "Device", "Finish", "Share"]
