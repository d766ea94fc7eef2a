"""Persian text repaired, with every edit accounted for."""
