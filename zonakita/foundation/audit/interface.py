"""What everybody else may use of the audit record."""

from zonakita.foundation.audit.actions import Actor, record
from zonakita.foundation.audit.queries import events_for_target, events_of_units
from zonakita.foundation.audit.rules import Job

__all__ = ["Actor", "Job", "events_for_target", "events_of_units", "record"]
