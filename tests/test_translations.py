"""The recipes for the catalogues: nothing is lost at an update, nothing missing passes the check."""

from __future__ import annotations

import ast
import gettext
import re
import shutil
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "translations"
needs_gettext = pytest.mark.skipif(
    shutil.which("xgettext") is None, reason="GNU gettext is missing: scripts/install-debian-packages"
)

TEMPLATE = (
    '{% load i18n %}<p>{% translate "Simpan" %}</p>'
    "{% blocktranslate count n=n %}{{ n }} baris{% plural %}{{ n }} baris{% endblocktranslate %}"
)
CODE = 'from django.utils.translation import gettext as _\nprint(_("Berkas kosong."))\n'
PURE_CODE = """
raise UnreadableFile("page-broken", "Halaman %(number)s rusak; " "pindai ulang “sekarang”.", number=3)
raise EditNotPossible("Baris “ini” tidak ada.")
TITLE = mark("Teks ganda")
NOT_FOR_PEOPLE = "apa pun"
"""
SENTENCE_AT = {"UnreadableFile": 1, "EditNotPossible": 0, "mark": 0}
CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Simpan"
msgstr "Save"

msgid "Sudah tidak dipakai"
msgstr "Gone"
"""


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, working on a small package of its own."""
    loader = SourceFileLoader("translations_script", str(SCRIPT))
    spec = spec_from_loader(loader.name, loader)
    assert spec
    script = module_from_spec(spec)
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader.exec_module(script)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "halaman.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "views.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "rules.py").write_text(PURE_CODE, encoding="utf-8")
    english = tmp_path / "locale" / "en" / "LC_MESSAGES" / "django.po"
    english.parent.mkdir(parents=True)
    english.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(script, "PACKAGE", tmp_path)
    monkeypatch.setattr(script, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(script, "ENGLISH", english)
    return script


@needs_gettext
def test_it_names_what_is_missing_and_what_is_left_over(translations: ModuleType) -> None:
    lines = translations.complaints()
    assert "not in the English catalogue: 'Berkas kosong.'" in lines
    assert "not in the English catalogue: '%(n)s baris'" in lines
    assert "in the catalogue but no longer used: 'Sudah tidak dipakai'" in lines
    assert not any("Simpan" in line for line in lines)


@needs_gettext
def test_it_collects_whole_sentences_of_code_without_django(translations: ModuleType) -> None:
    found = {message.id for message in translations.texts(translations.collected())}
    assert "Halaman %(number)s rusak; pindai ulang “sekarang”." in found
    assert {"Baris “ini” tidak ada.", "Teks ganda"} <= found
    assert "apa pun" not in found


def test_sentences_of_code_without_django_are_constants_with_every_value_given() -> None:
    package = SCRIPT.parent.parent / "zonakita"
    calls = [
        (path.name, call)
        for path in package.rglob("*.py")
        if "tests" not in path.parts
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SENTENCE_AT
    ]
    assert len(calls) > 80
    for name, call in calls:
        if any(isinstance(argument, ast.Starred | ast.Subscript) for argument in call.args):
            continue  # the sentence was marked where it was written
        assert isinstance(call.func, ast.Name)
        sentence = call.args[SENTENCE_AT[call.func.id]]
        assert isinstance(sentence, ast.Constant), f"{name}:{call.lineno}: write the sentence as one constant"
        given = {keyword.arg for keyword in call.keywords}
        assert set(re.findall(r"%\((\w+)\)s", str(sentence.value))) == given, f"{name}:{call.lineno}"


@needs_gettext
def test_it_keeps_words_at_an_update_and_changes_nothing_twice(translations: ModuleType) -> None:
    translations.update()
    first = translations.ENGLISH.read_text(encoding="utf-8")
    assert 'msgid "Simpan"\nmsgstr "Save"' in first
    assert "Sudah tidak dipakai" not in first
    assert 'msgid_plural "%(n)s baris"' in first
    translations.update()
    assert translations.ENGLISH.read_text(encoding="utf-8") == first


@needs_gettext
def test_it_fails_until_every_text_has_english_words(translations: ModuleType) -> None:
    translations.update()
    assert translations.check() == 1
    text = translations.ENGLISH.read_text(encoding="utf-8")
    text = text.replace('msgid "Berkas kosong."\nmsgstr ""', 'msgid "Berkas kosong."\nmsgstr "Empty file."')
    text = text.replace('msgstr[0] ""', 'msgstr[0] "%(n)s row"').replace(
        'msgstr[1] ""', 'msgstr[1] "%(n)s rows"'
    )
    for sentence in (
        "Halaman %(number)s rusak; pindai ulang “sekarang”.",
        "Baris “ini” tidak ada.",
        "Teks ganda",
    ):
        text = text.replace(f'msgid "{sentence}"\nmsgstr ""', f'msgid "{sentence}"\nmsgstr "{sentence}"')
    translations.ENGLISH.write_text(text, encoding="utf-8")
    assert translations.complaints() == []
    assert translations.check() == 0


@needs_gettext
def test_it_refuses_a_placeholder_that_got_lost(translations: ModuleType) -> None:
    translations.update()
    text = translations.ENGLISH.read_text(encoding="utf-8")
    text = text.replace('msgstr[0] ""', 'msgstr[0] "%(m)s row"').replace('msgstr[1] ""', 'msgstr[1] "rows"')
    translations.ENGLISH.write_text(text, encoding="utf-8")
    assert any("baris" in line and line.startswith("en:") for line in translations.complaints())


def test_it_compiles_without_gnu_gettext(translations: ModuleType) -> None:
    translations.compile_catalogues()
    with translations.ENGLISH.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Simpan") == "Save"
