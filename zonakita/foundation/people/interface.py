"""What everybody else may use of people."""

from zonakita.foundation.people.models import Language
from zonakita.foundation.people.queries import people_of, person_by_email, person_by_key

__all__ = ["Language", "people_of", "person_by_email", "person_by_key"]
