// Comforts of forms that work without them: names while typing, days from lists, short addresses.
"use strict";

// --- names while typing: a combobox as of the ARIA practices, its list beside the field
const SHORTEST = 2;
const suggesting = () => {
  document.querySelectorAll("input[data-suggest]").forEach((input, number) => {
    const list = document.createElement("ul");
    const told = document.createElement("span");
    let at = -1, waiting = 0, asked = null;

    list.id = `names-${number}`;
    list.className = "names";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggest);
    told.className = "hidden";
    told.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.autocomplete = "off";
    input.parentElement.classList.add("suggests");
    input.after(list, told);

    const options = () => [...list.children];
    const close = () => {
      clearTimeout(waiting);
      asked?.abort();
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (option) => {
      input.value = option.dataset.name;
      close();
      told.textContent = "";
      input.focus();
    };
    const move = (by) => {
      const all = options();
      at = (at + by + all.length + (at < 0 && by < 0 ? 1 : 0)) % all.length;
      all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
      input.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    };
    const option = ({ name, role }, index) => {
      const item = document.createElement("li");
      const label = document.createElement("bdi");
      item.id = `${list.id}-${index}`;
      item.dataset.name = label.textContent = name;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(label);
      if (role) {
        const what = document.createElement("bdi");
        what.className = "role";
        what.textContent = role;
        item.append(" ", what);
      }
      return item;
    };
    const show = (names) => {
      list.replaceChildren(...names.map(option));
      at = -1;
      list.hidden = !names.length;
      list.style.insetBlockStart = `${input.offsetTop + input.offsetHeight}px`;
      list.style.left = `${input.offsetLeft}px`;
      list.style.inlineSize = `${input.offsetWidth}px`;
      input.setAttribute("aria-expanded", String(Boolean(names.length)));
      input.removeAttribute("aria-activedescendant");
      told.textContent = names.length ? `${input.dataset.suggest}: ${names.length}` : "";
    };
    const ask = async () => {
      const name = input.value.trim();
      asked?.abort();
      if (name.length < SHORTEST) return close();
      asked = new AbortController();
      try {
        const address = `/suggest?name=${encodeURIComponent(name)}`;
        const answer = await fetch(address, { credentials: "same-origin", signal: asked.signal });
        if (answer.ok && document.activeElement === input) show(await answer.json());
      } catch { /* typed on, or no answer: the field works without names */ }
    };

    close();
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 150);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) move(step);
      else if (event.key === "Enter" && at >= 0) choose(options()[at]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the field keeps its focus
      const item = event.target.closest("li");
      if (item) choose(item);
    });
  });
};

// --- days from lists: a year, then a month and a day of it if wanted
const pickingDays = () => {
  document.querySelectorAll("[data-day]").forEach((group) => {
    const field = document.getElementById(group.dataset.day);
    const [year, month, day] = group.querySelectorAll("select");
    const two = (value) => value.padStart(2, "0");
    const lengthen = () => {
      const jalali = Number(year.value) < 1700;
      const number = Number(month.value);
      const western = new Date(Number(year.value), number, 0).getDate();
      const last = jalali ? 31 - (number > 6) - (number === 12 && !("leap" in (year.selectedOptions[0]?.dataset ?? {}))) : western;
      [...day.options].forEach((option) => { option.hidden = option.disabled = Number(option.value) > last; });
      if (Number(day.value) > last) day.value = "";
    };
    const write = () => {
      month.disabled = !year.value;
      if (month.disabled) month.value = "";
      day.disabled = !month.value;
      if (day.disabled) day.value = "";
      else lengthen();
      const parts = [year.value, month.value && two(month.value), day.value && two(day.value)];
      field.value = parts.filter(Boolean).join(Number(year.value) < 1700 ? "/" : "-");
    };
    group.hidden = false;
    month.disabled = day.disabled = true;
    group.addEventListener("change", write);
  });
};

// --- addresses without the fields that nobody filled in
const shortening = () => {
  document.querySelectorAll("form[method=get]").forEach((form) => {
    form.addEventListener("formdata", ({ formData }) => {
      [...formData].forEach(([name, value]) => { if (value === "") formData.delete(name); });
    });
  });
};

// --- what narrows results, a sheet from below on narrow screens
const closingSheet = () => {
  document.addEventListener("keydown", ({ key }) => {
    const sheet = document.querySelector(".facets:target");
    if (key !== "Escape" || !sheet) return;
    sheet.querySelector(".sheet-close").click();
    document.querySelector(".sheet-open").focus();
  });
};

suggesting();
pickingDays();
shortening();
closingSheet();
