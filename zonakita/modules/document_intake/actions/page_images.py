"""What the review screen shows beside the rows: pictures of pages, drawn once, or the text of the file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from zonakita.foundation.files import interface as files
from zonakita.modules.document_intake.decrees.encoding import proposal_from_dict
from zonakita.modules.document_intake.decrees.proposal import DecreeProposal
from zonakita.modules.document_intake.models import Intake, PageImage
from zonakita.modules.document_intake.rules.cells import cell_names, cell_of
from zonakita.modules.document_intake.rules.doubts import rows_of
from zonakita.modules.document_intake.rules.origin import FORMATS_WITH_PAGES
from zonakita.modules.document_intake.sandbox import reading as sandbox
from zonakita.modules.document_intake.sources.errors import UnreadableFile

WIDTH_PIXELS = 1600
PAGES_AT_ONCE = 60
LINES_AT_MOST = 5000


def draw_page(*, intake: Intake, page_number: int) -> PageImage:
    """The picture of one page, drawn in a child process when it is asked for the first time.

    Raises: UnreadableFile where the file has no such page.
    """
    known = PageImage.objects.filter(sha256=intake.sha256, page_number=page_number).first()
    if known is not None:
        return known
    with files.local_path(intake.stored_file) as path:
        picture = sandbox.render_page_safely(path, page_number, width_pixels=WIDTH_PIXELS)
    width, height = Image.open(BytesIO(picture)).size
    stored = files.store(BytesIO(picture), name=f"halaman-{page_number}.png")
    image, _is_new = PageImage.objects.get_or_create(
        sha256=intake.sha256,
        page_number=page_number,
        defaults={"stored_file": stored, "width_pixels": width, "height_pixels": height},
    )
    return image


def prepare_origin(*, intake_id: int) -> int:
    """Make ready what the review screen shows beside the rows, and say how much: pages or lines of text.

    Files without pages give their text; a page that cannot be drawn is left out.
    """
    intake = Intake.objects.select_related("stored_file").get(pk=intake_id)
    if intake.proposal is None:
        return 0
    proposal = proposal_from_dict(intake.proposal)
    if proposal.source_format in FORMATS_WITH_PAGES:
        return sum(_is_drawn(intake, page_number) for page_number in _pages_with_rows(proposal))
    with files.local_path(intake.stored_file) as path:
        intake.source_lines = sandbox.read_lines_safely(path)[:LINES_AT_MOST]
    intake.save(update_fields=["source_lines"])
    return len(intake.source_lines)


def _pages_with_rows(proposal: DecreeProposal) -> list[int]:
    pages = {
        place.page
        for _path, row in rows_of(proposal)
        for name in cell_names(row)
        if (place := cell_of(row, name).place) is not None
    }
    return sorted(pages | {1})[:PAGES_AT_ONCE]


def _is_drawn(intake: Intake, page_number: int) -> bool:
    try:
        draw_page(intake=intake, page_number=page_number)
    except UnreadableFile:
        return False
    return True
