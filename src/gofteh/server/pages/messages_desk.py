"""Messages of what a reporter does with results: Persian, then English. Data."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {
    # --- what was searched for
    "meant": ("آیا منظورتان این بود؟", "Did you mean:"),
    "also-found": ("«{word}» به این شکل‌ها هم یافت شد:", "“{word}” was also found as:"),
    "slip-quote": (
        "گیومه بسته نشده است؛ همهٔ واژه‌های پس از آن یک عبارت دانسته شد.",
        "The quotation mark is not closed: all words behind it were taken for one phrase.",
    ),
    "slip-parenthesis": (
        "پرانتزها جفت نیستند؛ آن‌چه جفت نداشت نادیده گرفته شد.",
        "The parentheses are not paired: those without a partner were passed over.",
    ),
    "slip-operator": (
        "«یا»، «نه»، OR، AND یا NOT در این پرسش دو سو ندارد و نادیده گرفته شد.",
        "An operator (یا، نه, OR, AND, NOT) has nothing to join and was passed over.",
    ),
    "names-like": ("نام‌ها", "Names"),
    "pick-day": ("انتخاب روز: {name}", "Choose a day: {name}"),
    "day": ("روز", "Day"),
    "days-of": ("روزها", "Days"),
    "bar": ("{label}: {value}", "{label}: {value}"),
    "sheet-open": ("فیلترها", "Filters"),
    "sheet-close": ("بستن", "Close"),
    # --- a page brought by the button in the browser's bar
    "bring": ("خبری که می‌خوانید", "The page you are reading"),
    "bring-name": ("گفته‌های این صفحه", "Statements of this page"),
    "bring-lead": (
        "در هر وب‌گاهی که خبر می‌خوانید، با یک دکمه گفته‌های همان صفحه را این‌جا ببینید، و آن‌چه را این پایگاه از همان گویندگان دارد.",
        "Wherever you read news, one button opens the statements of that page here, with what this database has of the same speakers.",
    ),
    "bring-button": ("دکمهٔ مرورگر", "The button"),
    "bring-step-drag": (
        "در رایانه این دکمه را با موس به نوار نشانک‌های مرورگر بکشید. اگر نوار پیدا نیست: <kbd dir=ltr>Ctrl+Shift+B</kbd>، در مک <kbd dir=ltr>⌘+Shift+B</kbd>.",
        "On a computer, drag this button to your browser’s bookmarks bar. Should the bar be hidden: <kbd>Ctrl+Shift+B</kbd>, on a Mac <kbd>⌘+Shift+B</kbd>.",
    ),
    "bring-step-read": ("در صفحهٔ یک خبر دکمه را بزنید؛ این صفحه باز می‌شود.", "Press it on the page of a news article: this page opens."),
    "bring-step-press": ("این‌جا «یافتن گفته‌ها» را بزنید.", "Here, choose “Find statements”."),
    "bring-safe": (
        "متن صفحه از پنجره به پنجره داده می‌شود و تا خودتان این‌جا دکمه را نزنید به سرور نمی‌رود؛ نشان دسترسی در دکمه و در نشانی‌ها نیست و چیزی نگه داشته نمی‌شود. اگر این سرور ورود می‌خواهد، نخست وارد شوید.",
        "The page’s text goes from window to window and reaches the server only when you press the button here. Neither the button nor any address holds your access token, and nothing is kept. Where this server asks you to sign in, do so first.",
    ),
    "bring-arrived": ("رسید از", "Arrived from"),
    "bring-missing": (
        "آن صفحه متن خود را به پنجره‌های دیگر نمی‌دهد، یا پس از ورود باید دکمه را دوباره بزنید. متن را می‌توانید خود بگذارید:",
        "That page hands nothing to other windows, or you have just signed in and need to press the button again. You can paste its text instead:",
    ),
    "bring-empty": ("از آن صفحه چیزی نرسید. دکمه را دوباره بزنید.", "Nothing arrived from that page. Press the button again."),
    "bring-long": ("صفحه بیش از {number} نویسه دارد. متن خبر را در «بررسی متن» بگذارید.", "The page has more than {number} characters. Paste the article’s text instead."),
    "bring-none": ("در این صفحه متن خبری یافت نشد. متن را در «بررسی متن» بگذارید.", "No article was found on this page. Paste its text instead."),
    "bring-told": ("همین سخن در این پایگاه", "The same words in this database"),
    "bring-known": ("از همین گویندگان در این پایگاه", "The same speakers in this database"),
    "bring-known-none": ("از این گویندگان هنوز چیزی در پایگاه نیست.", "This database has nothing of these speakers yet."),
    # --- errors of one kind
    "error-too-large": ("متن بیش از اندازه بلند است", "The text is too long"),
    "error-too-large-do": (
        "«بررسی متن» تا {number} نویسه می‌پذیرد. متن را کوتاه کنید یا بخش‌بخش بفرستید.",
        "“Your text” takes up to {number} characters. Shorten the text or send it in parts.",
    ),
    "error-too-slow": ("فرستادن بیش از اندازه طول کشید", "It came too slowly"),
    "error-too-slow-do": ("اتصال کند است؛ دوباره بفرستید.", "The connection is slow: send it again."),
    "error-forbidden": ("اجازه ندارید", "Not allowed"),
    "error-forbidden-do": (
        "نشان دسترسی شما برای این کار کافی نیست. از مدیر سامانه نشانی با نقش ویراستار بگیرید.",
        "Your access token is not enough for this. Ask whoever runs this for one of an editor.",
    ),
    "error-bad-form-token": ("مهلت فرم گذشته است", "The form has expired"),
    "error-bad-form-token-do": ("صفحه را تازه کنید و دوباره بفرستید.", "Reload the page and send it again."),
    "error-bad-search": ("جست‌وجو ذخیره نشد", "The search was not saved"),
    "error-bad-search-do": (
        "جست‌وجوی ذخیره‌شده نام می‌خواهد و چیزی که بجوید.",
        "A saved search needs a name and something to ask for.",
    ),
    "error-bad-webhook": ("نشانی وب‌هوک درست نیست", "This is no webhook address"),
    "error-bad-webhook-do": (
        "نشانی وب‌هوک با <bdi dir=\"ltr\">https://</bdi> آغاز می‌شود.",
        "The address of a webhook begins with https://.",
    ),
    "error-bad-format": ("این قالب شناخته نیست", "There is no such format"),
    "error-bad-format-do": (
        "قالب را از فهرست «دریافت نتایج» انتخاب کنید.",
        "Choose one from the list below the results.",
    ),
    "error-bad-day": ("این روز شناخته نشد", "This is no day"),
    "error-bad-day-do": (
        "نمونه: ۱۴۰۲/۰۵/۰۱ یا <bdi dir=\"ltr\">2023-07-23</bdi>.",
        "Write it like 2023-07-23 or 1402/05/01.",
    ),
    "error-bad-correction": ("اصلاح ثبت نشد", "The correction was not saved"),
    "error-bad-correction-do": (
        "اصلاح با این گفته جور نیست: گوینده یا مرزی درست بدهید.",
        "The correction does not fit this statement: give a speaker or bounds that are right.",
    ),
    "error-bad-ruling": ("داوری ثبت نشد", "The ruling was not kept"),
    "error-bad-ruling-do": (
        "این داوری با آن‌چه در پایگاه است جور نیست؛ شاید پیش‌تر ثبت شده یا شخص دیگر نیست. صفحه را تازه کنید.",
        "The ruling does not fit what the database has: it may have been made before, or a person is gone. Reload the page.",
    ),
    # --- a statement
    "newest-of-speaker": ("تازه‌ترین گفته‌های این گوینده", "Newest of this speaker"),
    "all-of-speaker": ("همهٔ گفته‌های او", "All statements of this speaker"),
    "unquoted-none": (
        "این متن در خبر بی‌گیومه آمده است؛ شاید همهٔ واژه‌ها از خودِ گوینده نباشد.",
        "The article gives these words without quotation marks: they may not all be the speaker’s own.",
    ),
    "unquoted-part": (
        "تنها پاره‌ای از این متن در خبر در گیومه است؛ باقی شاید از خودِ گوینده نباشد.",
        "The article has only a part of these words in quotation marks: the rest may not be the speaker’s own.",
    ),
    # --- figures of outlets
    "taken-share": ("سهم متن دیگران", "Others’ text"),
    "month-or-year": ("ماه یا سال", "Month or year"),
    "n-of": ("{number} از {of}", "{number} of {of}"),
    "number-with": ("{name}: شمار", "{name}: number"),
    "of-with": ("{name}: از", "{name}: of"),
    "low-with": ("{name}: کران پایین", "{name}: lower bound"),
    "high-with": ("{name}: کران بالا", "{name}: upper bound"),
    "figures-csv": ("دریافت این عددها (CSV)", "Download these figures (CSV)"),
    "figures-note": (
        "در پرانتز: بازهٔ اطمینان ۹۵٪ (ویلسون). بازه گفته‌ها را ناوابسته می‌گیرد؛ گفته‌های یک خبر به هم می‌مانند، پس بازهٔ راستین پهن‌تر است. خطای استخراج خودکار در آن نیست.",
        "In parentheses: Wilson’s 95% interval. It takes statements as independent; those of one article are alike, so the true interval is wider. Errors of the automatic extraction are not in it.",
    ),
    "taken-note": (
        "سهم متن دیگران: خبرهایی که متنشان، تا آن‌جا که این پایگاه دارد، پیش‌تر در رسانه‌ای دیگر آمده است. کمینه است: خبرگزاری‌ای که این‌جا نیست دیده نمی‌شود.",
        "Others’ text: articles whose text another outlet had before, as far as this database goes. It is a lower bound: an agency that is not stored here is not seen.",
    ),
    "shares-over-time": ("سهم‌ها در گذر زمان", "Shares over time"),
    "shares-desc": (
        "برای هر دوره سهم نقل مستقیم و سهم گویندهٔ بی‌نام، هر یک با بازهٔ اطمینانش؛ عددها در جدول زیر.",
        "For each period the share of direct quotation and of unnamed speakers, each with its interval; the figures are in the table below.",
    ),
    # --- corrections
    "confirmed": ("به تأیید ویراستار", "confirmed by an editor"),
    "unchanged": ("این گفته همین است که نوشتید؛ چیزی ثبت نشد.", "The statement says so already; nothing was saved."),
    "tehran": ("ساعت {clock} تهران", "{clock} Tehran time"),
    "withdrawn-list": ("پس‌گرفته‌ها", "Taken back"),
    "training": ("دریافت برای آموزش (JSONL)", "Download as training data (JSONL)"),
    "rules-corrected": ("کدام قاعده‌ها بیشتر اصلاح شده‌اند", "Which rules are corrected most"),
    "rules-lead": (
        "هر گفته را قاعده‌ای یافته و گویندهٔ آن را قاعده‌ای برگزیده است. این‌جا شمار گفته‌هایی است که ویراستاران در همان کارِ قاعده اصلاح کرده‌اند.",
        "A rule finds each statement, another chooses its speaker. Counted here are statements that editors corrected in what the rule decided.",
    ),
    "rules-note": (
        "این سهم کیفیت قاعده نیست: ویراستاران بیشتر آن‌چه را نادرست می‌نماید باز می‌کنند.",
        "The share does not tell how good a rule is: editors mostly open what looks wrong.",
    ),
    "rule": ("قاعده", "Rule"),
    "rule-part": ("کار قاعده", "It decided"),
    "rule-statement": ("گفته و مرز آن", "the statement and its bounds"),
    "rule-speaker": ("گوینده", "the speaker"),
    "rule-corrected": ("اصلاح‌شده", "Corrected"),
    "rule-share": ("سهم", "Share"),
    "bad-long": ("پرسش از ۱۰۰۰ نویسه بلندتر است.", "The query is longer than 1,000 characters."),
    "bad-terms": ("پرسش بیش از ۶۴ واژه دارد.", "The query has more than 64 terms."),
    "bad-beginnings": (
        "پرسش بیش از ۸ واژهٔ ستاره‌دار دارد.",
        "The query has more than 8 words with a star.",
    ),
    "bad-depth": (
        "پرانتزها بیش از ۱۲ لایه در هم‌اند.",
        "Parentheses stand more than 12 deep in each other.",
    ),
}  # fmt: skip
