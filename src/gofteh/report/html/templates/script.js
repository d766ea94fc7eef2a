// Only a comfort: resting on a statement lights up its card, and the other way round.
"use strict";
(() => {
  const on = new Set();
  const light = (key) => {
    on.forEach((node) => node.classList.remove("on"));
    on.clear();
    if (!key) return;
    document.querySelectorAll(`[data-s="${key}"]`).forEach((node) => {
      node.classList.add("on");
      on.add(node);
    });
  };
  const keyOf = (target) => target.closest?.("[data-s]")?.dataset.s;
  const showCard = (key) => {
    const card = document.getElementById(key);
    const side = card?.closest(".side");
    if (!side || side.scrollHeight <= side.clientHeight) return;
    const [inner, outer] = [card.getBoundingClientRect(), side.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      side.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  };
  document.addEventListener("mouseover", ({ target }) => {
    const key = keyOf(target);
    light(key);
    if (key && target.closest(".text, h2")) showCard(key);
  });
  document.addEventListener("focusin", ({ target }) => light(keyOf(target)));
  document.addEventListener("click", ({ target }) => {
    const key = target.closest("a, .card") ? null : keyOf(target);
    if (key && getSelection().isCollapsed) location.hash = key;
  });
})();
