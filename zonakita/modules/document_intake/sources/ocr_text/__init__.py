"""Text that OCR made of a plan's table, the lines of its columns woven together."""

from zonakita.modules.document_intake.sources.ocr_text.reading import find_woven_columns, read_woven_text

__all__ = ["find_woven_columns", "read_woven_text"]
