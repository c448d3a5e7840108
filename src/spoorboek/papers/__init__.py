"""Papers: content in, one accessible PDF out (PDF/A-2a and PDF/UA-1 at once), in our own look.

    pdf = made(Paper("Mijn week", "nl", (Paragraph("Zo ziet mijn week eruit."),)))

Callers give plain texts in the parts of `spoorboek.papers.content`; none of it is ever read as markup.
"""

from spoorboek.papers.content import (
    Bullets,
    Choices,
    Contents,
    Facts,
    NewPage,
    Notice,
    Paper,
    Paragraph,
    Part,
    Picture,
    Question,
    Quotation,
    Route,
    Scale,
    Section,
    Signature,
    Signatures,
    Source,
    Sources,
    Table,
)
from spoorboek.papers.making import CannotBeMade, drawn, made

__all__ = [
    "Bullets",
    "CannotBeMade",
    "Choices",
    "Contents",
    "Facts",
    "NewPage",
    "Notice",
    "Paper",
    "Paragraph",
    "Part",
    "Picture",
    "Question",
    "Quotation",
    "Route",
    "Scale",
    "Section",
    "Signature",
    "Signatures",
    "Source",
    "Sources",
    "Table",
    "drawn",
    "made",
]
