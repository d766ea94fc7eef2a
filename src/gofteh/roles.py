"""What who uses a server may do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a token allows; each role may do what the ones before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def allows(self, other: Role) -> bool:
        """Return whether this role may do what needs the other."""
        order = tuple(Role)
        return order.index(self) >= order.index(other)
