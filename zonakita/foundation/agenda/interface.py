"""What others may use of the working calendar."""

from zonakita.foundation.agenda.actions import (
    HolidayFacts,
    add_holiday,
    edit_holiday,
    remove_holiday,
    seed_holidays,
)
from zonakita.foundation.agenda.models import HolidayKind, HolidayStatus
from zonakita.foundation.agenda.queries import (
    calendar_for,
    editable_ids,
    holiday_for,
    holidays_visible_to,
    institutions_edited_by,
    years_on_record,
)
from zonakita.foundation.agenda.rules import (
    Deadline,
    WorkingCalendar,
    add_working_days,
    indonesian_date,
    working_days_between,
)

__all__ = [
    "Deadline",
    "HolidayFacts",
    "HolidayKind",
    "HolidayStatus",
    "WorkingCalendar",
    "add_holiday",
    "add_working_days",
    "calendar_for",
    "edit_holiday",
    "editable_ids",
    "holiday_for",
    "holidays_visible_to",
    "indonesian_date",
    "institutions_edited_by",
    "remove_holiday",
    "seed_holidays",
    "working_days_between",
    "years_on_record",
]
