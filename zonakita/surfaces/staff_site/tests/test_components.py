"""Components: what a caller gets wrong fails at once, what a reader needs is there."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from zonakita.surfaces.staff_site.forms import SampleForm
from zonakita.surfaces.staff_site.icons import icon_paths


def _draw(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


def test_it_draws_an_icon_that_readers_skip() -> None:
    assert 'aria-hidden="true"' in _draw('{% icon "bell" %}')
    assert "<path" in _draw('{% icon "bell" %}')


def test_it_names_an_icon_that_stands_alone() -> None:
    assert 'role="img" aria-label="&lt;Lonceng&gt;"' in _draw(
        '{% icon "bell" label=name %}', name="<Lonceng>"
    )


def test_it_refuses_an_unknown_icon() -> None:
    with pytest.raises(LookupError, match="no icon"):
        icon_paths("tidak-ada-ikon-ini")


@pytest.mark.parametrize(
    "source", ['{% button "A" tone="pink" %}', '{% button "A" colour="red" %}', '{% badge "A" tone="red" %}']
)
def test_it_refuses_an_unknown_tone_or_option(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        _draw(source)


def test_it_escapes_words_of_people() -> None:
    evil = "<script>x</script>"
    drawn = _draw(
        "{% button w %}{% badge w %}{% avatar w %}{% stat w w %}{% empty_state w w %}{% key_values f %}"
        "{% card title=w %}{{ w }}{% endcard %}{% alert title=w %}{{ w }}{% endalert %}",
        w=evil,
        f={evil: evil},
    )
    assert "<script>" not in drawn


@pytest.mark.parametrize(
    ("name", "initials"), [("Demo Operator Jambi", "DJ"), ("Budi", "B"), ("", "?"), ("  é ö ", "ÉÖ")]
)
def test_it_shortens_names_to_initials(name: str, initials: str) -> None:
    assert f">{initials}</span>" in _draw("{% avatar name %}", name=name)


@pytest.mark.parametrize(
    ("value", "maximum", "words"), [(3, 8, "38 %"), (0, 0, "0 %"), (9, 8, "100 %"), (None, 8, "Menunggu")]
)
def test_it_tells_progress_in_words(value: int | None, maximum: int, words: str) -> None:
    assert words in _draw('{% progress value maximum label="Baca" %}', value=value, maximum=maximum)


def test_it_links_every_error_to_its_field() -> None:
    form = SampleForm({"email": "bukan"})
    html = _draw("{% form_fields form %}", form=form)
    assert 'href="#id_email"' in html
    assert 'id="id_email_error"' in html
    assert 'aria-invalid="true"' in html
    control = html[html.index('name="email"') :]
    assert "id_email_error" in control[: control.index(">")]


def test_it_shows_errors_of_the_whole_form() -> None:
    class Broken(forms.Form):
        def clean(self) -> None:
            raise forms.ValidationError("Tanggal akhir mendahului tanggal awal.")

    assert "Tanggal akhir mendahului" in _draw("{% form_fields form %}", form=Broken({}))


def test_it_draws_no_summary_for_a_fresh_form() -> None:
    assert "Ada isian yang perlu diperbaiki" not in _draw("{% form_fields form %}", form=SampleForm())


def test_it_sorts_up_then_down_and_keeps_the_filter(rf: RequestFactory) -> None:
    source = '{% sort_header "nama" "Nama" %}'
    fresh = _draw(source, request=rf.get("/", {"area": "2", "halaman": "4"}))
    assert 'href="?area=2&amp;urut=nama"' in fresh
    assert "aria-sort" not in fresh
    up = _draw(source, request=rf.get("/", {"urut": "nama"}))
    assert 'href="?urut=-nama"' in up
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in _draw(source, request=rf.get("/", {"urut": "-nama"}))


def test_it_pages_and_keeps_the_filter(rf: RequestFactory) -> None:
    page = Paginator(range(100), 10).get_page(2)
    html = _draw("{% pagination page %}", page=page, request=rf.get("/", {"area": "2", "halaman": "2"}))
    assert "11\u201320 dari 100" in html
    assert 'rel="next"' in html
    assert "?area=2&amp;halaman=3" in html


def test_it_leaves_out_page_numbers_of_a_short_list(rf: RequestFactory) -> None:
    page = Paginator(range(3), 10).get_page(1)
    assert "<ul>" not in _draw("{% pagination page %}", page=page, request=rf.get("/"))
