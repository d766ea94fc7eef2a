"""Words that ask, wish, doubt or set a condition, as data: what depends on them is not asserted.

Expressions of several words are written without spaces, as the grammar compares a text's words.
"""

from __future__ import annotations

from gofteh.text.fold import word_set

# They ask *whether* or *who*: whether X said it is the question (``آیا X گفت``, ``چه کسی گفت``).
ASKS_WHETHER = word_set("آیا مگر چهکسی چهکسانی کدامیک کدام هیچکس هیچکسی کسیهست")
# They ask *when*, *why* or *how*, which takes for granted that X said it (``شهردار چرا گفت A؟``).
ASKS_HOW = word_set(
    """
    چرا کی کجا چطور چگونه چهزمانی چهوقت چهروزی چهساعتی چهموقع چهسالی چهماهی چهجایی چهدلیل چهعلت
    برایچه ازچهرو
    """
)
# *What*, in front of a time: ``وزیر چه زمانی گفت``. It ends a mention before it.
WHAT = frozenset({"چه"})
# ``کی`` alone in front of the verb asks *who*; with a subject beside it, it asks *when*.
WHO = frozenset({"کی"})
# The next three tables: conditions, wishes and doubts. The clause they open ends at a comma behind
# its verb.
CONDITIONS = word_set(
    """
    اگر چنانچه درصورتیکه بهشرطیکه بهشرطآنکه مگراینکه مگرآنکه هرگاه بهفرضآنکه بهفرض فرضکنید
    """
)
WISHES = word_set("کاش ایکاش کاشکی خداکند")
DOUBTS = word_set(
    """
    شاید بعیداست بعیدمیدانم بعیدبهنظرمیرسد ممکناست امکانندارد معلومنیست معلومنبود روشننیست
    مشخصنیست گماننمیکنم گماننمیکنیم فکرنمیکنم فکرنمیکنیم باورنمیکنم باورنمیکنیم باورندارم
    دروغاست صحتندارد درستنیست چنیننیست اینطورنیست اینگونهنیست
    نمیدانم نمیدانیم باورکردنینیست بیآنکه بیاینکه بدونآنکه بدوناینکه بهجایآنکه بهجایاینکه
    """
)
# Words of the longest expression above.
MAX_JOINED = 4
UNASSERTED = ASKS_WHETHER | CONDITIONS | WISHES | DOUBTS
# ``گفته باشد`` *may have said*: the perfect subjunctive asserts nothing.
SUBJUNCTIVE_AUXILIARIES = word_set("باشد باشند باشم باشیم باشید")
# ``نه گفته A و نه …``: a negation in front of its verb.
NEGATION = "نه"
# Subjunctives of verbs of saying and of light verbs: ``بگوید``, ``اعلام کند``: what may be said.
SUBJUNCTIVES = word_set(
    """
    بگوید بگویند بگویم بگوییم نگوید نگویند بنویسد بنویسند بپرسد بپرسند کند کنند کنم کنیم نکند نکنند
    بکند بکنند دهد دهند بدهد بدهند ندهد ندهند نماید نمایند شود شوند
    """
)
# Written apart in front of one of them, they make it the indicative: ``می گوید``.
PRESENT_PREFIXES = frozenset({"می", "نمی"})
# A question behind one of these is a clause of its own; the verb of saying is not in question:
# ``درباره این‌که آیا A، گفت``.
COMPLEMENTISERS = word_set("که اینکه آنکه")
