"""Why a file cannot be read, as one sentence for a person."""

from __future__ import annotations


class UnreadableFile(Exception):
    """The file cannot be read; `code` is stable (`password-protected`), `message` says what is wrong and
    what to do now.

    The message is Indonesian. `template` and `values` make it (`"Halaman %(number)s rusak."`), so that a page
    can find the English template through gettext; `scripts/translations` collects every template.
    """

    def __init__(self, code: str, template: str, **values: int | str) -> None:
        self.code = code
        self.template = template
        self.values = values
        self.message = template % values if values else template
        super().__init__(self.message)
