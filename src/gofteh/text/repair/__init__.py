"""Persian text repaired, with every edit accounted for.

``repair(text, level)`` is the way in. The layout follows the levels: ``characters`` (tables and
rules), ``spacing`` (``sites`` where the spacing is in question, ``evidence`` for each way to
write them, the ``model`` that weighs it, ``style``), ``spelling``; ``protect`` says what no
level touches, ``edits`` how changes add up.
"""

from gofteh.text.levels import Digits, Level, Style
from gofteh.text.repair.edits import Edit
from gofteh.text.repair.repair import Repaired, repair

__all__ = ["Digits", "Edit", "Level", "Repaired", "Style", "repair"]
