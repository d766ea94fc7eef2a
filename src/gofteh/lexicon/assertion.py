"""Words that ask, wish, doubt or set a condition: what stands under them is not told, as data.

Joined words are run together, as a text's words are compared.
"""

from __future__ import annotations

from gofteh.text.fold import word_set

# They ask whether or who, so the saying itself is in question: ``آیا X گفت``, ``چه کسی گفت``.
ASKS_WHETHER = word_set("آیا مگر چهکسی چهکسانی کدامیک کدام هیچکس هیچکسی کسیهست")
# They ask when, why or how: that X said it is taken for granted (``شهردار چرا گفت A؟``).
ASKS_HOW = word_set("چرا کی کجا چطور چگونه چهزمانی چهوقت برایچه ازچهرو")
# A bare ``کی`` in front of the verb asks who; ``کی`` beside a subject asks when.
WHO = frozenset({"کی"})
# They set a condition, wish, or doubt; their clause ends at a comma behind its verb.
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
    نمیدانم نمیدانیم باورکردنینیست بیآنکه بیاینکه بدونآنکه بدوناینکه بهجایآنکه بهجایاینکه
    """
)
# The longest of the joined words above has so many words.
MAX_JOINED = 4
UNASSERTED = ASKS_WHETHER | CONDITIONS | WISHES | DOUBTS
# ``گفته باشد``: the perfect subjunctive is never told as done.
SUBJUNCTIVE_AUXILIARIES = word_set("باشد باشند باشم باشیم باشید")
# ``نه گفته A و نه …``: a negation in front of its verb.
NEGATION = "نه"
# Light verbs in the subjunctive: ``بگوید``, ``اعلام کند`` tell what may be said.
SUBJUNCTIVES = word_set(
    """
    بگوید بگویند بگویم بگوییم نگوید نگویند بنویسد بنویسند بپرسد بپرسند کند کنند کنم کنیم نکند نکنند
    بکند بکنند دهد دهند بدهد بدهند ندهد ندهند نماید نمایند شود شوند
    """
)
# In front of one they make it the indicative, written apart: ``می گوید``.
PRESENT_PREFIXES = frozenset({"می", "نمی"})
# Behind these a question is a clause of its own: ``درباره این‌که آیا A، گفت``.
COMPLEMENTISERS = word_set("که اینکه آنکه")
