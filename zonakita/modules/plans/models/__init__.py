"""Tables of the action plans."""

from zonakita.modules.plans.models.assignments import ItemAssignment
from zonakita.modules.plans.models.decrees import Decree, DecreeCitation
from zonakita.modules.plans.models.findings import PlanFinding
from zonakita.modules.plans.models.items import EvidenceRequirement, PlanItem, Target
from zonakita.modules.plans.models.matches import ItemQuestion
from zonakita.modules.plans.models.plans import ActionPlan, PlanArea, PlanComponent

__all__ = [
    "ActionPlan",
    "Decree",
    "DecreeCitation",
    "EvidenceRequirement",
    "ItemAssignment",
    "ItemQuestion",
    "PlanArea",
    "PlanComponent",
    "PlanFinding",
    "PlanItem",
    "Target",
]
