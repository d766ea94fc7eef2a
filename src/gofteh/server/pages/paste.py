"""A text of the reader's own, extracted on the spot; nothing of it is kept."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from gofteh.records import Article
from gofteh.server import tasks
from gofteh.server.pages.marked import Marked
from gofteh.server.pages.page import render, words_for
from gofteh.server.security import csrf
from gofteh.server.security.access import Access, Reader
from gofteh.server.turns import Turn, worked

router = APIRouter(route_class=Turn)

# A character takes up to twelve bytes of a form, and a body has a limit of its own.
MOST = 80_000
_EXAMPLE = Article(
    title="گشایش خط تازه اتوبوس",
    text="الهام مشکاتی، شهردار سپیدار، امروز در گشایش خط شبانه گفت: سی اتوبوس تازه تا پایان پاییز "
    "به شهر می‌رسد.\n"
    "وی با بیان این‌که خط شبانه تا بامداد کار می‌کند، افزود: بهای بلیت امسال بالا نمی‌رود.\n"
    "به گفته بهرام نیک‌پور، عضو شورای شهر، بودجه خرید اتوبوس‌ها هنوز تصویب نشده است.\n"
    "یک منبع آگاه هم به کوی نو خبر داد که دو خط دیگر در راه است.",
)


@router.get("/paste")
def form(request: Request, access: Reader) -> Response:
    """Show the form, with an example's text if asked for."""
    example = _EXAMPLE if request.query_params.get("example") else Article("")
    return _page(request, access, example.title or "", example.text)


@router.post("/paste")
async def find(request: Request, access: Reader) -> Response:
    """Show the statements of the text that was sent."""
    fields = await csrf.checked_form(request)
    title, text = fields.get("title", "").strip(), fields.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        return _page(request, access, title, text, problem="paste-empty", status=400)
    if len(title) + len(text) > MOST:
        return _page(request, access, title, text, problem="paste-long", status=413)
    article = Article(text, " ".join(title.split()) or None)
    found = await worked(request, tasks.marked_text, article, words_for(request).language)
    return await run_in_threadpool(_page, request, access, title, text, found=found)


def _page(
    request: Request,
    access: Access,
    title: str,
    text: str,
    *,
    found: Marked | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    shown: dict[str, Any] = {"title": title, "sent": text, "found": found, "problem": problem}
    return render(
        request,
        "paste.html.j2",
        section="paste",
        access=access,
        status=status,
        most=MOST,
        **shown,
    )
