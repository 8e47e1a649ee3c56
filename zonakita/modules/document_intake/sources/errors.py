"""Why a file cannot be read, as one sentence for a person."""

from __future__ import annotations


class UnreadableFile(Exception):
    """The file cannot be read; `code` is stable (`password-protected`), `message` says what is wrong and
    what to do now.

    The message is Indonesian; the English text is found through gettext by the pages that show it.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
