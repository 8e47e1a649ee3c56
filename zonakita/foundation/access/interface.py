"""What everybody else may use of access."""

from zonakita.foundation.access.permissions import Permission
from zonakita.foundation.access.policies import (
    Visitor,
    grantable_anywhere,
    grantable_roles,
    is_insider,
    may,
    may_anywhere,
    may_grant,
    permissions_in,
    require,
    require_below,
    unit_ids_below_with,
    unit_ids_with,
    units_to_grant,
    units_with,
)
from zonakita.foundation.access.roles import ROLES, Role

__all__ = [
    "ROLES",
    "Permission",
    "Role",
    "Visitor",
    "grantable_anywhere",
    "grantable_roles",
    "is_insider",
    "may",
    "may_anywhere",
    "may_grant",
    "permissions_in",
    "require",
    "require_below",
    "unit_ids_below_with",
    "unit_ids_with",
    "units_to_grant",
    "units_with",
]
