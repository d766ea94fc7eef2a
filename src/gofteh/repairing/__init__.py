"""Persian text repaired, with every edit accounted for.

``repair(text, level)`` is the way in. The layout follows the levels: ``characters`` (tables and
rules), ``spacing`` (``sites`` where the spacing is in question, ``evidence`` for each way to
write them, the ``model`` that weighs it, ``style``), ``spelling``; ``protect`` says what no
level touches, ``edits`` how changes add up.
"""

from gofteh.repairing.edits import Edit
from gofteh.repairing.repair import Repaired, repair
from gofteh.text.levels import Digits, Level, Style

__all__ = ["Digits", "Edit", "Level", "Repaired", "Style", "repair"]
