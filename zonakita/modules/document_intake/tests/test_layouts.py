"""Plans that the reader has never seen come back as they were drawn, whatever the file, the form and the
headings.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from zonakita.modules.document_intake.decrees.reading import read_decree
from zonakita.modules.document_intake.tests.layouts.content import invented_plan
from zonakita.modules.document_intake.tests.layouts.files import write_docx, write_pdf, write_text, write_xlsx
from zonakita.modules.document_intake.tests.layouts.form import Form
from zonakita.modules.document_intake.tests.layouts.forms import FORMS
from zonakita.modules.document_intake.tests.layouts.likeness import expected, told_by

pytestmark = pytest.mark.slow
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


@every_form
def test_it_reads_a_word_file(form: Form, tmp_path: Path) -> None:
    plan = invented_plan(11)
    assert told_by(read_decree(write_docx(tmp_path / "plan.docx", form, plan))) == expected(form, plan)


@every_form
def test_it_reads_a_workbook(form: Form, tmp_path: Path) -> None:
    plan = invented_plan(12)
    assert told_by(read_decree(write_xlsx(tmp_path / "plan.xlsx", form, plan))) == expected(form, plan)


@every_form
@pytest.mark.parametrize("seed", [21, 22, 23])
def test_it_reads_a_pdf_over_several_pages(form: Form, seed: int, tmp_path: Path) -> None:
    plan = invented_plan(seed, areas=5)
    assert told_by(read_decree(write_pdf(tmp_path / "plan.pdf", form, plan, size=9))) == expected(form, plan)


@every_form
@pytest.mark.parametrize("pipes", [False, True], ids=["tabs", "pipes"])
def test_it_reads_text(form: Form, pipes: bool, tmp_path: Path) -> None:
    if form.mark == "fill" and form.has_months:
        pytest.skip("text has no fills")
    plan = invented_plan(31)
    assert told_by(read_decree(write_text(tmp_path / "plan.txt", form, plan, pipes=pipes))) == expected(
        form, plan
    )


@pytest.mark.parametrize("form", [FORMS[0], FORMS[1], FORMS[6]], ids=lambda form: form.name)
@pytest.mark.parametrize(
    "stroke", ["(x, y) => (top: 0.5pt, bottom: 0.5pt)", "none"], ids=["horizontal", "borderless"]
)
def test_it_reads_tables_without_vertical_lines(form: Form, stroke: str, tmp_path: Path) -> None:
    plan = invented_plan(41, areas=2, most_rows=2)
    file = write_pdf(tmp_path / "plan.pdf", form, plan, stroke=stroke, size=7)
    assert told_by(read_decree(file)) == expected(form, plan)


@pytest.mark.parametrize("form", FORMS[:3], ids=lambda form: form.name)
def test_it_reads_a_portrait_page_with_small_print_and_no_repeated_heading(
    form: Form, tmp_path: Path
) -> None:
    plan = invented_plan(51, areas=4)
    file = write_pdf(
        tmp_path / "plan.pdf", form, plan, font="DejaVu Serif", size=6, landscape=False, repeat_head=False
    )
    assert told_by(read_decree(file)) == expected(form, plan)
