"""Pictures of every page, in both languages and colours, on desktop and phone.

``python -m browser.screenshots FOLDER [ADDRESS [PAGE…]]`` from ``tests``; without an address it
serves the demo articles. ``make screenshots`` does it.
"""

from __future__ import annotations

import re
import sys
import tempfile
from itertools import product
from pathlib import Path
from urllib.parse import quote

from browser.site import browser, fill, serving

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
LANGUAGES = ("fa", "en")
COLOURS = ("light", "dark")


def addresses(page: object, base: str) -> dict[str, str]:
    """The address of each page, with ids that the store has."""
    page.goto(base + "/")
    home = page.content()
    statement = re.search(r"/statements/[0-9a-f]+", home).group()
    article = re.search(r'/articles/[^"#?]+', home).group()
    page.goto(base + "/speakers")
    person = re.search(r"/persons/[0-9a-f]+", page.content()).group()
    speakers = page.request.get(base + "/api/v1/speakers").json()["items"]
    outlet = page.request.get(base + "/outlets").text()
    outlet = re.search(r'/outlet\?name=[^"]+', outlet).group()
    family = re.search(r"/families/[0-9a-f]+", home)
    return {
        "home": "/",
        "search": f"/?q={quote('آب')}",
        "filtered": f"/?q={quote('آب')}&kind=person&manner=direct&confidence=0.5",
        "articles": f"/?scope=articles&q={quote('آب')}",
        "nothing": f"/?q={quote('سیمرغ دریا')}&kind=person",
        "article": article,
        "repaired": f"{article}?view=repaired",
        "statement": statement,
        "speakers": "/speakers",
        "speaker": f"/speakers/{speakers[0]['id']}",
        "person": person,
        "then-and-now": f"{person}/then-and-now",
        "review": "/review",
        "rulings": "/rulings",
        **({"family": family.group()} if family else {}),
        "outlets": "/outlets",
        "outlet": outlet,
        "saved": f"/saved?q={quote('آب')}",
        "digest": "/digest",
        "watch": "/watch",
        "bring": "/bring",
        "corrected-rules": "/corrections/rules",
        "paste": "/paste?example=1",
        "corrections": "/corrections",
        "about": "/about",
        "missing": "/statements/none",
        "sign-in": "/sign-in",
    }


def shoot(opened: object, base: str, folder: Path, wanted: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    first = opened.new_page()
    places = addresses(first, base)
    first.close()
    for (size, view), language, colour in product(SIZES.items(), LANGUAGES, COLOURS):
        context = opened.new_context(
            viewport=view, color_scheme=colour, has_touch=size == "phone", device_scale_factor=1
        )
        context.add_cookies([{"name": "lang", "value": language, "url": base}])
        page = context.new_page()
        for name, place in places.items():
            if wanted and name not in wanted:
                continue
            page.goto(base + place, wait_until="networkidle")
            if name == "paste":
                page.click("form.paste button")
            page.screenshot(path=folder / f"{name}-{language}-{colour}-{size}.png", full_page=True)
        context.close()


def main() -> None:
    folder, *rest = sys.argv[1:]
    with browser() as opened, tempfile.TemporaryDirectory() as home:
        if rest:
            shoot(opened, rest[0], Path(folder), rest[1:])
            return
        place = str(Path(home) / "demo.db")
        fill(place)
        with serving(place) as base:
            shoot(opened, base, Path(folder), [])


if __name__ == "__main__":
    main()
