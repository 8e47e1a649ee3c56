"""What others may use of the export engines."""

from zonakita.foundation.exports.csv_text import to_csv
from zonakita.foundation.exports.docx import to_docx
from zonakita.foundation.exports.pdf import to_pdf
from zonakita.foundation.exports.table import (
    Cell,
    Column,
    Row,
    TableDocument,
    TableMalformed,
    area_row,
)
from zonakita.foundation.exports.xlsx import to_xlsx

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
}

__all__ = [
    "MEDIA_TYPES",
    "Cell",
    "Column",
    "Row",
    "TableDocument",
    "TableMalformed",
    "area_row",
    "to_csv",
    "to_docx",
    "to_pdf",
    "to_xlsx",
]
