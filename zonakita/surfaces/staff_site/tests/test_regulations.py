"""The pages of the regulation library, the checker's rules and the instrument."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zonakita.foundation.access.tests.factories import PersonFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.foundation.regulations import interface as regulations
from zonakita.foundation.regulations.models import Regulation
from zonakita.modules.document_intake.interface import RULES
from zonakita.surfaces.staff_site.tests.markup import assert_clean_markup

pytestmark = pytest.mark.django_db

LIST = "/peraturan/"
SEEDS = [
    regulations.Regulation(
        "PP 53/2010", "Disiplin Pegawai", "2010/74", "5135", in_force_from=date(2010, 6, 6), checked="decrees"
    ),
    regulations.Regulation(
        "PP 94/2021",
        "Disiplin Baru",
        in_force_from=date(2021, 8, 31),
        repeals=("PP 53/2010",),
        checked="text",
    ),
    regulations.Regulation("PP 17/2024", "Perubahan atas PP 94/2021", amends=("PP 94/2021",)),
    regulations.Regulation("Perpres 81/2010", "Grand Design", period=(2010, 2025), checked="decrees"),
    regulations.Regulation("UU 1/2099", "Kelak", in_force_from=date(2099, 1, 1)),
    regulations.Regulation("UU 2/2001", "=SUM(1)", in_force_to=date(2002, 1, 1)),
]


@pytest.fixture(autouse=True)
def _library() -> None:
    regulations.load_regulations(SEEDS)


@pytest.fixture
def keeper(unit: Unit) -> Person:
    return PersonFactory.create(unit=unit, role="institution_admin", full_name="Admin Contoh")


@pytest.fixture
def reader(client: Client, stranger: Person) -> Client:
    """Somebody of another unit, who may only read."""
    client.force_login(stranger)
    return client


@pytest.fixture
def editor(client: Client, keeper: Person) -> Client:
    client.force_login(keeper)
    return client


def _id(key: str) -> int:
    return Regulation.objects.get(key=key).pk


def _entry(**changes: str) -> dict[str, str]:
    return {"key": "UU 5/2020", "title": "Contoh", "checked": "no", **changes}


def _keys(client: Client, query: str) -> list[str]:
    return [row.facts.key for row in client.get(f"{LIST}?{query}").context["rows"]]


def test_everybody_reads_and_every_page_is_clean(reader: Client) -> None:
    pages = [LIST, f"{LIST}?cari=tiada", f"{LIST}{_id('PP 94/2021')}/"]
    for page in [*pages, f"{LIST}aturan-pemeriksa/", f"{LIST}instrumen-lke/"]:
        answer = reader.get(page)
        assert answer.status_code == 200, page
        assert_clean_markup(answer)
        assert "/ubah/" not in answer.content.decode()
        assert "/tambah/" not in answer.content.decode()


def test_every_page_of_the_keeper_is_clean(editor: Client) -> None:
    one = f"{LIST}{_id('PP 94/2021')}/"
    for page in [LIST, one, f"{LIST}tambah/", f"{one}ubah/", f"{one}verifikasi/"]:
        answer = editor.get(page)
        assert answer.status_code == 200, page
        assert_clean_markup(answer)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["UU 1/2099", "UU 2/2001", "PP 17/2024", "PP 94/2021", "PP 53/2010", "Perpres 81/2010"]),
        ("cari=disiplin+baru", ["PP 94/2021"]),
        ("cari=Peraturan+Presiden+Nomor+81+Tahun+2010", ["Perpres 81/2010"]),
        ("jenis=Perpres", ["Perpres 81/2010"]),
        ("keadaan=in_force", ["PP 17/2024", "PP 94/2021"]),
        ("keadaan=repealed", ["PP 53/2010"]),
        ("keadaan=period_over", ["Perpres 81/2010"]),
        ("keadaan=not_yet", ["UU 1/2099"]),
        ("keadaan=ended", ["UU 2/2001"]),
        ("verifikasi=text", ["PP 94/2021"]),
        ("verifikasi=decrees&jenis=PP", ["PP 53/2010"]),
        ("urut=judul&jenis=PP", ["PP 94/2021", "PP 53/2010", "PP 17/2024"]),
        ("urut=-berlaku&jenis=PP", ["PP 17/2024", "PP 94/2021", "PP 53/2010"]),
        ("jenis=Titah&urut=gaib&halaman=abc", None),
    ],
)
def test_it_finds_and_sorts(
    query: str, keys: list[str] | None, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 3, 1))
    assert _keys(reader, query) == (keys if keys is not None else _keys(reader, ""))


def test_the_list_costs_the_same_for_any_length(reader: Client) -> None:
    with CaptureQueriesContext(
        connection,
    ) as few:
        reader.get(LIST)
    regulations.load_regulations(
        [
            regulations.Regulation(f"PMK {number}/2020", "Contoh", amends=("PP 94/2021",))
            for number in range(1, 60)
        ]
    )
    with CaptureQueriesContext(connection) as many:
        page = reader.get(LIST)
    assert len(page.context["rows"]) == 25
    assert len(many) <= len(few) <= 12


def test_the_page_of_one_costs_the_same_for_any_length(reader: Client) -> None:
    where = f"{LIST}{_id('PP 94/2021')}/"
    reader.get(where)
    with CaptureQueriesContext(connection) as few:
        reader.get(where)
    regulations.load_regulations(
        [
            regulations.Regulation(f"PMK {number}/2020", "Contoh", amends=("PP 94/2021",))
            for number in range(1, 60)
        ]
    )
    with CaptureQueriesContext(connection) as many:
        page = reader.get(where)
    assert "PMK 59/2020" in page.content.decode()
    assert len(many) <= len(few) <= 14


def test_an_empty_library_says_how_to_load_it(reader: Client) -> None:
    Regulation.objects.all().delete()
    assert "belum dimuat" in reader.get(LIST).content.decode()


def test_the_page_tells_what_replaced_a_repealed_one_and_how_sure_that_is(reader: Client) -> None:
    html = reader.get(f"{LIST}{_id('PP 53/2010')}/").content.decode()
    assert "Dicabut oleh PP 94/2021 sejak 31 Agustus 2021." in html
    assert "Rujuk PP 94/2021 sebagaimana diubah dengan PP 17/2024." in html
    assert "Tahun 2010 Nomor 74" in html
    assert "diambil dari keputusan yang mengutipnya" in html
    assert f'href="{LIST}{_id("PP 94/2021")}/"' in html


def test_the_file_holds_what_was_found_and_runs_no_formula(reader: Client) -> None:
    answer = reader.get(f"{LIST}unduh/?keadaan=ended")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"].startswith("text/csv")
    heading, line = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    told = dict(zip(heading, line, strict=True))
    assert (told["Peraturan"], told["Berlaku sampai"]) == ("UU 2/2001", "2002-01-01")
    assert told["Judul"] == "'=SUM(1)"
    everything = reader.get(f"{LIST}unduh/").content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(everything)))) == len(SEEDS) + 1


def test_a_keeper_adds_and_changes_a_regulation(editor: Client) -> None:
    fields = _entry(
        key="Undang-Undang Nomor 5 Tahun 2020",
        in_force_from="2020-03-01",
        period_from="2020",
        period_to="2024",
        repeals="Peraturan Pemerintah Nomor 17 Tahun 2024\n\nPP 17/2024",
        amends="PP 94/2021",
        source="JDIH",
    )
    answer = editor.post(f"{LIST}tambah/", fields)
    added = Regulation.objects.get(key="UU 5/2020")
    assert answer.headers["Location"] == f"{LIST}{added.pk}/"
    facts = regulations.facts_of(added)
    assert (facts.repeals, facts.amends) == (("PP 17/2024",), ("PP 94/2021",))
    assert (facts.period, facts.in_force_from) == ((2020, 2024), date(2020, 3, 1))

    form = editor.get(f"{LIST}{added.pk}/ubah/").content.decode()
    assert 'value="2020-03-01"' in form
    editor.post(f"{LIST}{added.pk}/ubah/", _entry(title="Contoh yang diperbaiki"))
    facts = regulations.facts_of(Regulation.objects.get(pk=added.pk))
    assert (facts.title, facts.repeals, facts.period) == ("Contoh yang diperbaiki", (), None)
    history = editor.get(f"{LIST}{added.pk}/").content.decode()
    assert "Admin Contoh" in history
    assert "Peraturan diubah" in history


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"key": "PP 53/2010"}, "key", "sudah ada dalam pustaka"),
        ({"key": "rapat"}, "key", "Tulis jenis, nomor, dan tahun"),
        ({"title": ""}, "title", ""),
        ({"amends": "UU 77/1977"}, "amends", "belum ada dalam pustaka: UU 77/1977"),
        ({"repeals": "UU 5/2020"}, "repeals", "dirinya sendiri"),
        ({"state_gazette": "75"}, "state_gazette", "tahun/nomor"),
        ({"in_force_from": "2020-02-01", "in_force_to": "2020-01-01"}, "in_force_to", "mendahului"),
        ({"period_from": "2020"}, "period_to", "kedua tahun"),
        ({"period_from": "2024", "period_to": "2020"}, "period_to", "mendahului"),
        ({"period_from": "20", "period_to": "2020"}, "period_from", ""),
        ({"checked": "text"}, "source", "naskah resmi"),
        ({"checked": "mungkin"}, "checked", ""),
    ],
)
def test_it_shows_at_the_field_what_is_wrong(
    changes: dict[str, str], field: str, sentence: str, editor: Client
) -> None:
    answer = editor.post(f"{LIST}tambah/", _entry(**changes))
    assert answer.status_code == 200
    assert_clean_markup(answer)
    assert f'href="#id_{field}"' in answer.content.decode()
    assert sentence in " ".join(answer.context["form"].errors[field])
    assert not Regulation.objects.filter(key="UU 5/2020").exists()


def test_two_keepers_do_not_overwrite_each_other(editor: Client) -> None:
    row = Regulation.objects.get(key="UU 2/2001")
    page = f"{LIST}{row.pk}/ubah/"
    opened = editor.get(page).context["version"]
    fields = {"key": row.key, "title": "Yang pertama", "checked": "no", "versi": opened}
    assert editor.post(page, fields).status_code == 302
    late = editor.post(page, {**fields, "title": "Yang kedua"})
    html = late.content.decode()
    assert_clean_markup(late)
    assert "sudah diubah sejak Anda membukanya" in html
    assert 'value="Yang kedua"' in html, "what was written is not lost"
    row.refresh_from_db()
    assert row.title == "Yang pertama"
    verified = editor.post(f"{LIST}{row.pk}/verifikasi/", {"source": "JDIH", "versi": opened})
    assert "sudah diubah sejak Anda membukanya" in verified.content.decode()


def test_a_keeper_verifies_with_a_source(editor: Client) -> None:
    regulations.load_regulations(
        [*SEEDS, regulations.Regulation("PP 1/2025", "Baru", repeals=("PP 17/2024",))]
    )
    where = f"{LIST}{_id('PP 1/2025')}/verifikasi/"
    assert editor.post(where, {"source": " "}).status_code == 200
    assert editor.post(where, {"source": "JDIH, 3 Maret 2026"}).status_code == 302
    html = editor.get(f"{LIST}{_id('PP 1/2025')}/").content.decode()
    assert "dicocokkan dengan naskah resminya" in html
    assert "Pencabutan yang tercatat belum dicocokkan" in html
    assert "JDIH, 3 Maret 2026" in html


@pytest.mark.parametrize("name", ["add_regulation", "edit_regulation", "verify_regulation"])
@pytest.mark.parametrize("role", [None, "unit_admin", "operator", "auditor", "leader"])
def test_it_refuses_who_does_not_keep_the_library(
    name: str, role: str | None, client: Client, unit: Unit
) -> None:
    client.force_login(PersonFactory.create(unit=unit, role=role))
    where = reverse(name, args=[] if name == "add_regulation" else [_id("PP 53/2010")])
    assert client.get(where).status_code == 403
    assert client.post(where, _entry(source="JDIH")).status_code == 403
    assert list(Regulation.objects.values_list("key", flat=True)) == [seed.key for seed in SEEDS]
    assert not Regulation.objects.filter(is_edited=True).exists()


def test_it_refuses_an_administrator_of_a_part_of_the_institution(client: Client, unit: Unit) -> None:
    below = UnitFactory.create(parent=unit)
    client.force_login(PersonFactory.create(unit=below, role="institution_admin"))
    assert client.post(f"{LIST}tambah/", _entry()).status_code == 403


@pytest.mark.parametrize("name", ["regulation", "edit_regulation", "verify_regulation"])
def test_it_knows_no_other_regulations(name: str, editor: Client) -> None:
    assert editor.get(reverse(name, args=[999_999])).status_code == 404


@pytest.mark.parametrize(
    "path", ["", "unduh/", "tambah/", "1/", "1/ubah/", "aturan-pemeriksa/", "instrumen-lke/"]
)
def test_it_asks_visitors_to_sign_in(path: str, client: Client) -> None:
    answer = client.get(f"{LIST}{path}")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/akun/login/")


def test_it_lists_every_rule_and_links_its_source(reader: Client) -> None:
    regulations.load_regulations([regulations.Regulation("PermenPANRB 90/2021", "Zona Integritas")])
    html = reader.get(f"{LIST}aturan-pemeriksa/").content.decode()
    for rule in RULES:
        assert f'id="{rule.code}"' in html
        assert rule.why in html
    assert f'href="{LIST}{_id("PermenPANRB 90/2021")}/"' in html


def test_the_instrument_adds_up_to_a_hundred_points(reader: Client) -> None:
    answer = reader.get(f"{LIST}instrumen-lke/")
    html = answer.content.decode()
    instrument = regulations.load_instrument()
    assert answer.context["total_points"] == "100"
    for part in instrument.sub_areas():
        assert f'id="{part.code}"' in html
    assert answer.context["question_count"] == html.count("zk-lke-code") - answer.context["sub_area_count"]
    assert "0,5 poin" in html
