// Takes the page that the button in the browser's bar hands over, and puts it into the form; only its
// reader sends it. What comes is text to this script: parsed without running, stripped, never shown.
"use strict";

const bring = () => {
  const form = document.querySelector("form[data-bring]");
  if (!form) return;
  const missing = document.querySelector("[data-missing]");
  const cameByButton = location.hash.length > 1;
  if (cameByButton) history.replaceState(null, "", location.pathname); // addresses stay short
  if (!opener) {
    missing.hidden = !cameByButton; // the other page keeps its windows to itself
    return;
  }

  const stripped = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const useless = "script:not([type='application/ld+json']), style, svg, canvas, iframe, noscript, template, object, video, audio, form, link:not([rel=canonical])";
    page.querySelectorAll(useless).forEach((node) => node.remove());
    const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    found.forEach((node) => node.remove());
    page.querySelectorAll("*").forEach((node) => {
      [...node.attributes].forEach(({ name }) => {
        if (/^(?:on|style$|src|data-(?!date|time)|aria-)/.test(name)) node.removeAttribute(name);
      });
    });
    return { title: page.title.trim(), html: page.documentElement.outerHTML };
  };
  const take = ({ source, origin, data }) => {
    if (source !== opener || typeof data?.html !== "string") return;
    const { title, html } = stripped(data.html);
    const own = typeof data.address === "string" && data.address.startsWith(`${origin}/`);
    form.querySelector("[data-host]").textContent = origin.replace(/^https?:\/\//, "");
    form.querySelector("[data-title]").textContent = title.slice(0, 200);
    form.elements.url.value = own ? data.address : "";
    form.elements.html.value = html;
    missing.hidden = true;
    form.hidden = false;
    const button = form.querySelector("button");
    if (html.length > Number(form.dataset.most)) {
      form.querySelector("[role=status]").textContent = form.dataset.long;
      button.hidden = true;
    } else button.focus();
  };
  addEventListener("message", take);
  opener.postMessage("gofteh-ready", "*"); // says nothing but that this page is there
};

bring();
