"""Blocks that stand side by side on a PDF page are read one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typst

from zonakita.modules.document_intake.decrees.signatures import read_signature
from zonakita.modules.document_intake.sources.lines import lines_of
from zonakita.modules.document_intake.sources.reading import open_document

_PAGE = """
#set text(font: "Liberation Sans", size: 10pt)
Menimbang : #h(2em) a. bahwa perlu menetapkan rencana aksi pembangunan zona integritas;
#grid(columns: (1fr, 1fr),
  [Salinan sesuai dengan aslinya \\ SEKRETARIS, #v(4em) TOKOH PENYALIN, S.H. \\ NIP. 1],
  [Ditetapkan di Muara Biru \\ pada tanggal 5 Januari 2026 \\ KEPALA DINAS KESEHATAN,
   #v(2em) ttd. #v(1em) TOKOH CONTOH])
"""


def test_it_reads_two_signatures_one_after_the_other(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    source: Any = _PAGE.encode()
    typst.compile(source, output=str(file))
    lines = lines_of(open_document(file))
    assert lines[0].startswith("Menimbang : a. bahwa")
    assert lines[1:4] == ["Salinan sesuai dengan aslinya", "SEKRETARIS,", "TOKOH PENYALIN, S.H."]
    assert read_signature(lines) == ("TOKOH CONTOH", "KEPALA DINAS KESEHATAN")
