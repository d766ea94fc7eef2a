"""Run attacks by their names, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

ATTACKS = ("feed", "crowd", "sockets", "stop", "poison", "damaged")

for name in sys.argv[1:] or ATTACKS:
    print(f"{name}:", flush=True)
    import_module(f"attack.{name}").main()
