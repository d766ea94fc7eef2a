from gofteh.families.aligned import aligned


def changed(one, other):
    return [(before, after) for before, after, equal in aligned(one, other) if not equal]


def test_the_parts_join_to_the_texts():
    one, other = "سد مهرکوه پر شد و رفت", "سد  مهرکوه، پر نشد"
    pieces = list(aligned(one, other))
    assert "".join(before for before, *_ in pieces) == one
    assert "".join(after for _, after, _ in pieces) == other


def test_spaces_and_signs_are_no_change():
    assert changed("بی‌درنگ می‌گوییم هم‌پیمان ما است …", "بی درنگ می گوییم، هم پیمان ما است") == []


def test_a_changed_word_is_one():
    assert changed("سد مهرکوه پر شد", "سد مهرکوه خالی شد") == [("پر ", "خالی ")]


def test_function_words_between_large_changes_are_there_by_chance():
    one = "شهردار تازه سپیدار امروز صبح را به بازدید خیابان‌های پرت شهر گذراند"
    other = "کشاورزان دشت مهرکوه دیشب آب را به باغ‌های خشک بالای ده کوچک بردند"
    assert changed(one, other) == [(one, other)]
    # Between small changes they are what stayed.
    assert len(changed("پدر را به شهر برد", "مادر را به ده برد")) == 2
