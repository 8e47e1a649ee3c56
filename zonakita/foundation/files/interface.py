"""What others may use of the file store; whether a person may see a file is decided by the caller."""

from zonakita.foundation.files.actions import FileIsEmpty, FileRefused, FileTooLarge, TypeNotAllowed, store
from zonakita.foundation.files.queries import local_path, open_stored
from zonakita.foundation.files.views import attachment

__all__ = [
    "FileIsEmpty",
    "FileRefused",
    "FileTooLarge",
    "TypeNotAllowed",
    "attachment",
    "local_path",
    "open_stored",
    "store",
]
