// Comforts on top of pages that work without them: counts loaded beside the page, notes on
// statements, keys, copying, and choosing words in a text.
"use strict";

// --- counts beside the results
const loadCounts = async () => {
  const place = document.querySelector("[data-load]");
  if (!place) return;
  const load = place.querySelector(".load");
  const link = load.innerHTML;
  load.textContent = place.dataset.loading;
  try {
    const answer = await fetch(place.dataset.load, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const groups = found.querySelector(".groups");
    load.replaceWith(groups);
    document.getElementById("number").textContent = groups.dataset.count;
  } catch {
    load.innerHTML = link; // the way without a script
  }
};

// --- the steps that led to a speaker, which take some work: loaded where they are asked for
const loadSteps = () => {
  document.querySelector("a[data-steps]")?.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const link = event.target;
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      link.closest(".why").replaceWith(found.querySelector(".why"));
    } catch {
      location.assign(link.href); // the way without a script
    }
  });
};

// --- notes on the statements of a text
const notes = () => {
  const text = document.querySelectorAll(".article .text, .article h1, .article .headline");
  if (!text.length || !document.querySelector(".card")) return;
  const narrow = matchMedia("(max-width: 46rem)");
  let shown = null, peek = null, waiting = 0;

  const light = (key) => {
    document.querySelectorAll("[data-s].on").forEach((node) => node.classList.remove("on"));
    if (key) document.querySelectorAll(`[data-s="${key}"]`).forEach((node) => node.classList.add("on"));
  };
  const hide = () => {
    clearTimeout(waiting);
    peek?.remove();
    peek = shown = null;
    light(null);
  };
  const place = (anchor) => {
    if (narrow.matches) return;
    const rect = [...anchor.getClientRects()].at(-1);
    const width = document.documentElement.clientWidth;
    const left = Math.max(12, Math.min(rect.left, width - peek.offsetWidth - 12));
    const below = rect.bottom + 8 + peek.offsetHeight < innerHeight;
    peek.style.left = `${left + scrollX}px`;
    peek.style.top = `${(below ? rect.bottom + 8 : rect.top - peek.offsetHeight - 8) + scrollY}px`;
  };
  // What the card beside the text says, for eyes; others hear the card itself.
  const show = (key, anchor) => {
    if (shown === key) return;
    hide();
    const card = document.getElementById(key);
    if (!card) return;
    peek = card.cloneNode(true);
    peek.removeAttribute("id");
    peek.className = `peek ${[...card.classList].filter((name) => /^h\d$/.test(name)).join(" ")}`;
    peek.setAttribute("aria-hidden", "true");
    peek.querySelectorAll("details").forEach((node) => { node.open = true; });
    peek.querySelectorAll("a, summary").forEach((node) => { node.tabIndex = -1; });
    document.body.append(peek);
    shown = key;
    light(key);
    place(anchor);
    bringCard(card);
  };
  const bringCard = (card) => {
    const side = card.closest(".side");
    if (!side || side.scrollHeight <= side.clientHeight) return;
    const [inner, outer] = [card.getBoundingClientRect(), side.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      side.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  };
  const marked = (target) => {
    const node = target.closest?.("[data-s]");
    return node && !node.closest(".card, .peek") ? node : null;
  };
  const inPeek = (target) => Boolean(target.closest?.(".peek"));

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    clearTimeout(waiting);
    const node = marked(target);
    if (node) waiting = setTimeout(() => show(node.dataset.s, node), 120);
    else if (!inPeek(target) && peek) waiting = setTimeout(hide, 350);
    const card = target.closest?.(".card");
    if (card && !peek) light(card.dataset.s);
  });
  document.addEventListener("focusin", ({ target }) => {
    const node = marked(target);
    if (node && target.matches(":focus-visible")) show(node.dataset.s, node);
    else if (!inPeek(target)) hide();
  });
  document.addEventListener("click", (event) => {
    const node = marked(event.target);
    if (node && getSelection().isCollapsed) {
      // A tap shows the note; Enter on a number goes on to the list, where its links are.
      if (event.detail) event.preventDefault();
      if (event.detail) show(node.dataset.s, node);
    } else if (peek && !inPeek(event.target)) hide();
  });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
};

// --- keys
const keys = () => {
  let at = -1;
  const step = (by) => {
    const hits = [...document.querySelectorAll(".hits > .hit")];
    if (!hits.length) return;
    hits[at]?.classList.remove("here");
    at = Math.max(0, Math.min(hits.length - 1, at + by));
    hits[at].classList.add("here");
    hits[at].querySelector("a.said")?.focus();
    hits[at].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    const { target, key, code } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Escape") document.querySelectorAll(".menu[open]").forEach((menu) => { menu.open = false; });
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    // By the key's place, too: on a Persian keyboard j writes ت.
    if (key === "/" || (code === "Slash" && !event.shiftKey)) {
      const box = document.querySelector("input[type=search]");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (code === "KeyJ" && !event.shiftKey) step(1);
    else if (code === "KeyK" && !event.shiftKey) step(-1);
  });
  document.addEventListener("click", ({ target }) => {
    document.querySelectorAll(".menu[open]").forEach((menu) => {
      if (!menu.contains(target)) menu.open = false;
    });
  });
};

// --- copying a citation
const copying = () => {
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    const label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const line = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(line.textContent);
      } catch { // pages not served over https have no clipboard
        getSelection().selectAllChildren(line);
        document.execCommand("copy");
      }
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  });
};

// --- choosing a boundary by selecting words; the lists stay what is sent
const picking = () => {
  document.querySelectorAll("form[data-pick]").forEach((form) => {
    const parts = [...form.querySelectorAll(".part")].map((part) => part.querySelectorAll("select"));
    if (!parts.length) return;
    const options = [...parts[0][0].options].filter((option) => option.dataset.word !== undefined);
    const picker = document.createElement("p");
    picker.className = "picker";
    picker.lang = "fa";
    picker.dir = "rtl";
    options.forEach((option, index) => {
      const word = document.createElement("span");
      word.textContent = option.dataset.word;
      word.dataset.i = index;
      const before = options[index - 1];
      const near = before && Number(before.value) + before.dataset.word.length === Number(option.value);
      picker.append(...(index && !near ? [" "] : []), word);
    });
    const words = [...picker.querySelectorAll("span")];
    const skipped = (list) => list.options.length - options.length;
    const draw = () => {
      words.forEach((word) => word.classList.remove("in"));
      parts.forEach(([start, end]) => {
        const [first, last] = [start.selectedIndex - skipped(start), end.selectedIndex - skipped(end)];
        words.slice(Math.max(first, 0), last + 1).forEach((word) => word.classList.toggle("in", first >= 0));
      });
    };
    const choose = () => {
      const selection = getSelection();
      if (selection.isCollapsed || !picker.contains(selection.anchorNode)) return;
      const chosen = words.filter((word) => selection.containsNode(word, true)).map((word) => Number(word.dataset.i));
      if (!chosen.length) return;
      const [first, last] = [Math.min(...chosen), Math.max(...chosen)];
      // The part nearest to what was selected is the one that is meant.
      const distance = ([start]) => Math.abs(start.selectedIndex - first);
      const [start, end] = parts.reduce((a, b) => (distance(b) < distance(a) ? b : a));
      start.selectedIndex = first + skipped(start);
      end.selectedIndex = last + skipped(end);
      selection.removeAllRanges();
      draw();
    };
    picker.addEventListener("pointerup", choose);
    form.addEventListener("change", draw);
    form.querySelector(".part").before(picker);
    draw();
  });
};

loadCounts();
loadSteps();
notes();
keys();
copying();
picking();
