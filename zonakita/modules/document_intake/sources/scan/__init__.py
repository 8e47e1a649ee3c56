"""Scanned pages and photos: upright, deskewed, ruled lines found, cells read by Tesseract."""

from zonakita.modules.document_intake.sources.scan.reading import ScanReading, read_images, read_scan_pages

__all__ = ["ScanReading", "read_images", "read_scan_pages"]
