"""Everything that changes a plan."""

from zonakita.modules.plans.actions.assignments import assign_items, assign_matching, unassign
from zonakita.modules.plans.actions.confirm_intake import confirm_intake
from zonakita.modules.plans.actions.create_plan import create_plan
from zonakita.modules.plans.actions.findings import accept_finding, recheck_plan, reopen_finding
from zonakita.modules.plans.actions.items import ItemTexts, edit_item, edit_requirements
from zonakita.modules.plans.actions.matches import confirm_match, correct_match
from zonakita.modules.plans.actions.refusals import PlanRefusal

__all__ = [
    "ItemTexts",
    "PlanRefusal",
    "accept_finding",
    "assign_items",
    "assign_matching",
    "confirm_intake",
    "confirm_match",
    "correct_match",
    "create_plan",
    "edit_item",
    "edit_requirements",
    "recheck_plan",
    "reopen_finding",
    "unassign",
]
