"""Persian text repaired, with every edit accounted for.

``repair(text, level)`` is the entry. The layout follows the levels: ``characters`` (tables and
rules); ``spacing`` (``sites`` where the spacing is in question, ``spacing_features`` of each, the
``model`` that weighs them by the ``spacing_lexicon``, ``swings`` and ``unseen`` that tell which
need no weighing, ``style``); ``spelling`` (candidates one slip away, by the ``vocabulary``).
``protect`` says what no level touches, ``edits`` how changes add up.
``reading`` gives the slips that the extraction reads through.
"""

from gofteh.repairing.edits import Edit
from gofteh.repairing.repair import Repaired, repair
from gofteh.text.levels import Digits, Level, Style

__all__ = ["Digits", "Edit", "Level", "Repaired", "Style", "repair"]
