"""Text that OCR made of a plan's table, the lines of its columns woven together."""
