"""What everybody else may use of people."""

from zonakita.foundation.people.queries import people_of, person_by_email

__all__ = ["people_of", "person_by_email"]
