"""Function words and affixes that rules look for one by one, under names that say what they do.

All are in the view's spelling: folded letters, no half-space. Words that a rule takes as one of
many stand in the tables of the other modules.
"""

from __future__ import annotations

# --- conjunctions ---------------------------------------------------------------------

AND = "و"
BUT = "ولی"
# … which also means *like*: ``چون او`` *like him*, ``چون آمد`` *since he came*.
SINCE = "چون"
# Opens a clause: what is told, or what describes a noun. ``گفت که …`` *said that …*.
THAT = "که"
TILL = "تا"

# --- prepositions, and the mark of the object --------------------------------------------

# Stands behind the object of a verb: ``سد را`` *the dam*, which somebody opened.
OBJECT = "را"
TO = "به"
IN = "در"
FROM = "از"
WITH = "با"
ON = "بر"
BY = "توسط"
# ``از سوی X``: *from the side of X*, by whom a passive is done.
SIDE = "سوی"
# ``ضمن تشکر`` *while thanking*.
WHILE = "ضمن"
# ``مبنی بر`` *based on*: joins a noun of saying to what is said.
BASED = "مبنی"

# --- determiners and pronouns ------------------------------------------------------------

THIS = "این"
ONE = "یک"
ONE_OF = "یکی"
# ``چند`` *a few*, *some*.
A_FEW = "چند"
# ``خود X`` *X himself*, ``نظر خود`` *his own view*.
OWN = "خود"
YOU = "شما"
WE = "ما"
ME, I_MYSELF = "من", "اینجانب"
THIS_OR_THAT = (THIS, "آن")
# Behind a preposition they point at what the article has just mentioned: ``در همین نشست``.
THIS_VERY = (THIS, "همین")
# What can stand in front of a noun without changing what it names.
THIS_THAT_OR_ONE = (*THIS_OR_THAT, ONE)

# --- affixes, some of which are also written apart ----------------------------------------

# Ends adjectives (``ایرانی``) and indefinite nouns (``مردی``), joins a noun to what is of it.
YEH = "ی"
# The plural: ``گزارش‌ها``.
PLURAL = "ها"
# In front of a verb, present or imperfect: ``می‌گوید``, ``نمی‌گوید``.
ONGOING = "می"
ONGOING_OR_NOT = (ONGOING, "نمی")

# --- verbs and signs ----------------------------------------------------------------------

SAID = "گفت"
DID = "کرد"
IS = "است"
COMMA = "،"
SEMICOLON = "؛"
# What a writer puts between a verb of saying and its content.
OPENS_CONTENT = (":", THAT)
