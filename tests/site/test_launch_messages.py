"""The English beside the Dutch: gathered from code and templates, checked, compiled."""

from pathlib import Path

from spoorboek.site.launch import messages

TEMPLATE = """{% load i18n %}
  <p>Don't {% translate "Hallo" %} {% translate "Mei" context "maand" %}
{% blocktranslate count n=days trimmed %}Eén
    dag{% plural %}{{ n }} dagen{% endblocktranslate %}</p>
"""
CODE = """from django.utils.translation import gettext as _
def greet(name):
    return _("Dag %(name)s") % {"name": name}
"""


def room(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    (tmp_path / "greet.py").write_text(CODE)
    return tmp_path


def test_texts_are_found_in_code_and_templates(tmp_path: Path) -> None:
    found = {(item.text, item.context) for item in messages.marked(room(tmp_path))}
    assert found == {
        ("Hallo", None),
        ("Mei", "maand"),
        (("Eén dag", "%(n)s dagen"), None),
        ("Dag %(name)s", None),
    }


def test_an_update_keeps_translations_and_drops_what_is_gone(tmp_path: Path) -> None:
    app = room(tmp_path)
    assert messages.update(app) == 4
    file = app / messages.PLACE
    file.write_text(file.read_text().replace('msgid "Hallo"\nmsgstr ""', 'msgid "Hallo"\nmsgstr "Hello"'))
    (app / "greet.py").write_text("")
    assert messages.update(app) == 2
    assert 'msgstr "Hello"' in file.read_text()
    assert "Dag %(name)s" not in file.read_text()


def test_a_missing_a_left_over_and_a_broken_translation_are_named(tmp_path: Path) -> None:
    app = room(tmp_path)
    messages.update(app)
    file = app / messages.PLACE
    broken = file.read_text().replace(
        'msgid "Dag %(name)s"\nmsgstr ""', 'msgid "Dag %(name)s"\nmsgstr "Day %(nam)s"'
    )
    file.write_text(broken + '\nmsgid "Weg"\nmsgstr "Gone"\n')
    found = " ".join(messages.problems(app))
    assert "without English: 'Hallo'" in found
    assert "no longer used: 'Weg'" in found
    assert "'Dag %(name)s': " in found
