"""Hostile and hopeless files are refused early, each with its code and one Indonesian sentence."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.sources.errors import UnreadableFile
from zonakita.modules.document_intake.sources.guards import FileLimits, refuse_hostile
from zonakita.modules.document_intake.tests.scans.scoring import SAMPLES

RELATIONS = "word/_rels/document.xml.rels"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _code(path: Path, limits: FileLimits | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        refuse_hostile(path, limits)
    assert refused.value.message.endswith(".")
    assert "\n" not in refused.value.message
    return refused.value.code


def _docx_with(
    path: Path, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None
) -> Path:
    """The sample DOCX with changed or added parts."""
    with (
        zipfile.ZipFile(SAMPLES / "zi-tanjung-jabung-barat-2025.docx") as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            target.writestr(part.filename, change(part.filename, source.read(part)))
        for name, data in (more or {}).items():
            target.writestr(name, data)
    return path


def _same(_name: str, data: bytes) -> bytes:
    return data


def _pdf_with_pages(path: Path, count: int) -> Path:
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(100, 100)
    document.save(str(path))
    document.close()
    return path


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_it_lets_real_decrees_through(name: str) -> None:
    refuse_hostile(SAMPLES / name)


def test_it_refuses_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").touch()

    assert _code(tmp_path / "x.pdf") == "empty-file"


def test_it_refuses_a_file_of_500_megabytes_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4\n")
    os.truncate(path, 500 * 1024 * 1024)

    assert _code(path) == "file-too-large"


def test_it_refuses_a_truncated_pdf(tmp_path: Path) -> None:
    whole = (SAMPLES / "zi-provinsi-jambi-2025.pdf").read_bytes()
    (tmp_path / "x.pdf").write_bytes(whole[: len(whole) * 2 // 3])

    assert _code(tmp_path / "x.pdf") == "truncated"


def test_it_refuses_too_many_pages(tmp_path: Path) -> None:
    path = _pdf_with_pages(tmp_path / "x.pdf", 11)

    assert _code(path, FileLimits(max_pages=10)) == "too-many-pages"
    refuse_hostile(path, FileLimits(max_pages=11))


@pytest.mark.slow
def test_it_refuses_10_000_pages(tmp_path: Path) -> None:
    path = _pdf_with_pages(tmp_path / "x.pdf", 10_000)

    with pytest.raises(UnreadableFile) as refused:
        refuse_hostile(path)

    assert "10.000 halaman" in refused.value.message


def test_it_refuses_a_locked_pdf(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(LOCKED_PDF)

    assert _code(tmp_path / "x.pdf") == "password-protected"


def test_it_refuses_a_locked_office_file(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    )

    assert _code(path) == "password-protected"


def test_it_refuses_a_truncated_docx(tmp_path: Path) -> None:
    whole = (SAMPLES / "zi-tanjung-jabung-barat-2025.docx").read_bytes()
    (tmp_path / "x.docx").write_bytes(whole[: len(whole) // 2])

    assert _code(tmp_path / "x.docx") == "truncated"


def test_it_refuses_a_zip_bomb(tmp_path: Path) -> None:
    path = _docx_with(tmp_path / "x.docx", _same, {"word/media/big.bin": bytes(60 * 1024 * 1024)})

    assert _code(path) == "zip-bomb"


def test_it_refuses_macros(tmp_path: Path) -> None:
    assert _code(_docx_with(tmp_path / "x.docx", _same, {"word/vbaProject.bin": b"x"})) == "macros"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_it_refuses_entities(tmp_path: Path, encoding: str) -> None:
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><x/>'
    ).encode(encoding)
    path = _docx_with(
        tmp_path / "x.docx", lambda name, data: hostile if name == "word/document.xml" else data
    )

    assert _code(path) == "xml-entities"


@pytest.mark.parametrize(
    ("kind", "is_refused"),
    [
        ("image", True),
        ("oleObject", True),
        ("subDocument", True),
        ("hyperlink", False),
        ("attachedTemplate", False),
    ],
)
def test_it_refuses_content_from_elsewhere_but_no_links_to_click(
    tmp_path: Path, kind: str, is_refused: bool
) -> None:
    link = (
        f'<Relationship Id="rIdX" Type="{TYPES}/{kind}" Target="http://127.0.0.1/x" TargetMode="External"/>'
    )

    def change(name: str, data: bytes) -> bytes:
        return (
            data.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            if name == RELATIONS
            else data
        )

    path = _docx_with(tmp_path / "x.docx", change)
    if is_refused:
        assert _code(path) == "external-links"
    else:
        refuse_hostile(path)


def test_it_refuses_a_web_page_named_pdf(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("<!DOCTYPE html><html><body>Not found</body></html>")

    with pytest.raises(UnreadableFile) as refused:
        read_decree(tmp_path / "x.pdf")

    assert refused.value.code == "html"


def test_it_refuses_a_decree_without_a_plan(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "KEPUTUSAN KETUA\nNOMOR 1 TAHUN 2025\nTENTANG PENETAPAN HARI LIBUR\n\nMenetapkan hari libur.\n"
    )

    with pytest.raises(UnreadableFile) as refused:
        read_decree(tmp_path / "x.txt")

    assert refused.value.code == "no-plan-table"


def _locked_pdf() -> bytes:
    """A small PDF whose encryption no empty password opens."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    ]
    file = io.BytesIO()
    file.write(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    start = file.tell()
    file.write(
        b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    )
    identity = b"[<" + b"43" * 16 + b"> <" + b"43" * 16 + b">]"
    file.write(b"trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID %s >>\n" % identity)
    file.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return file.getvalue()


LOCKED_PDF = _locked_pdf()
