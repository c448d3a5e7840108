"""The papers that belong to a working method, each generated from the method's own file.

pdf = made(method_paper(methods()["back-to-work-your-way"], "consent-client", "nl", person="Fatma Yılmaz"))
"""

from spoorboek.papers.of_methods.composing import method_paper
from spoorboek.papers.of_methods.shelf import PaperFile, paper_files, papers_of

__all__ = ["PaperFile", "method_paper", "paper_files", "papers_of"]
