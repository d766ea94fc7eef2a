"""How fast a run goes, and how long it will take: what the moving line says."""

from __future__ import annotations

from dataclasses import dataclass

# Until so many seconds have passed an estimate is a guess.
_SOON = 2.0


@dataclass(slots=True)
class Pace:
    """Counts items that are done and bytes that were read of all inputs.

    ``total`` is the size of all inputs in bytes, ``None`` where it cannot be known. What an
    earlier run did (``begun``) is counted, but tells nothing of how fast this one is.
    """

    total: int | None = None
    begun: int = 0
    items: int = 0
    read: int = 0
    _read_at_first: int | None = None

    def __post_init__(self) -> None:
        self.items = self.begun

    def done(self) -> None:
        """Count one item."""
        if self._read_at_first is None:
            self._read_at_first = self.read if self.begun else 0
        self.items += 1

    def has_read(self, size: int) -> None:
        """Count bytes of an input."""
        self.read += size

    def told(self, seconds: float) -> str:
        """Return the pace after so many seconds in words; empty while there is none."""
        made = self.items - self.begun
        if seconds < _SOON or not made:
            return ""
        rate = made / seconds
        parts = [f"{rate:.0f} a second" if rate >= 10 else f"{rate:.1f} a second"]
        left = self.left(seconds)
        if left is not None:
            parts.append(f"about {in_words(left)} left")
        return ", ".join(parts)

    def left(self, seconds: float) -> float | None:
        """Return the seconds that are left after so many, by the bytes that are left to read."""
        if self.total is None or self._read_at_first is None:
            return None
        read = min(self.read, self.total) - self._read_at_first
        if read <= 0:
            return None
        return seconds * max(0, self.total - self.read) / read


def in_words(seconds: float) -> str:
    """Return a time as ``40 s``, ``12 min`` or ``3 h 20 min``."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
