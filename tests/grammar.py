"""The grammar alone, for the tests that say what each of its rules finds.

What the learned reader makes of the same sentences is measured (``docs/quality.md``), not tested
sentence by sentence: it learns, and a better one may read one of them otherwise.
"""

from __future__ import annotations

from functools import partial

import gofteh

extract = partial(gofteh.extract, reader="grammar")
