"""Words of a data file in the reader's language."""

from django import template

from spoorboek.dossiers.shown import in_language

register = template.Library()
register.filter("in_reader_language", in_language)
