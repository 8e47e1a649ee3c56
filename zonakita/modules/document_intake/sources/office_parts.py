"""What DOCX and XLSX packages must not carry: macros, entities, content from elsewhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from zonakita.modules.document_intake.sources.errors import UnreadableFile

HARMLESS_EXTERNAL = ("/hyperlink", "/attachedTemplate")
"""Links a reader never follows: what a person may click, and the template by which a document was begun."""
MAX_RELATIONS_BYTES = 4 * 1024 * 1024
PROLOGUE_BYTES = 65_536

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|macrosheets/)", re.IGNORECASE)


def refuse_hostile_parts(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Look at the names, prologues and links of all parts; nothing is ever fetched.

    Raises: UnreadableFile.
    """
    for part in parts:
        if _MACROS.search(part.filename):
            raise UnreadableFile(
                "macros",
                "Berkas ini memuat makro sehingga tidak aman dibuka; "
                "simpan ulang sebagai DOCX atau XLSX tanpa makro, lalu unggah lagi.",
            )
    for part in parts:
        name = part.filename.lower()
        if name.endswith((".xml", ".rels", ".vml")):
            _refuse_declarations(archive, part)
        if name.endswith(".rels"):
            _refuse_external_links(archive, part)


def _refuse_declarations(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A document type declaration stands before the first element, so the beginning tells."""
    with archive.open(part) as file:
        start = file.read(PROLOGUE_BYTES)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or start[1:2] == b"\x00" or start[:1] == b"\x00":
        start = start.replace(b"\x00", b"")
    if _DECLARATION.search(start):
        raise _entities()


def _refuse_external_links(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > MAX_RELATIONS_BYTES:
        raise _entities()
    try:
        relations = fromstring(archive.read(part), forbid_dtd=True)
    except DefusedXmlException as error:
        raise _entities() from error
    except ParseError as error:
        raise UnreadableFile(
            "truncated",
            "Berkas ini rusak atau terpotong; unduh atau simpan ulang berkas aslinya, lalu unggah lagi.",
        ) from error
    for relation in relations:
        is_external = relation.get("TargetMode", "").lower() == "external"
        if is_external and not relation.get("Type", "").endswith(HARMLESS_EXTERNAL):
            raise UnreadableFile(
                "external-links",
                "Berkas ini mengambil sebagian isinya dari berkas atau alamat lain; "
                "putuskan tautan itu (simpan sebagai nilai atau gambar di dalam berkas), lalu unggah lagi.",
            )


def _entities() -> UnreadableFile:
    return UnreadableFile(
        "xml-entities",
        "Berkas ini memuat perintah XML yang tidak aman; "
        "buka dan simpan ulang di Word atau Excel, lalu unggah lagi.",
    )
