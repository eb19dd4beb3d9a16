
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const visible = (element) => element.offsetParent !== null;
  let current = null;

  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const glow = (elements) => {
    all(".active").forEach((one) => one.classList.remove("active"));
    elements.forEach((one) => one.classList.add("active"));
  };
  const passages = (finding) => all("mark").filter((mark) => mark.dataset.f.split(" ").includes(finding.id));
  const reveal = (element) => {
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block: "center" });
  };

  // A finding comes into view together with its passage in the text.
  const choose = (finding, focus) => {
    open(finding);
    current = finding;
    const marks = passages(finding);
    const number = finding.id.replace("f", "m");
    const anchor = document.getElementById(number);
    const line = anchor && anchor.closest("p");
    glow([finding, ...(marks.length ? marks : line ? [line] : [])]);
    if (focus) finding.focus({ preventScroll: true });
    const side = finding.closest(".findings");
    if (side && getComputedStyle(side).position === "sticky") {  // the text stands beside the findings
      if (line) reveal(line);
      side.scrollTop += finding.getBoundingClientRect().top - side.getBoundingClientRect().top - 48;
      if (!line) reveal(finding);
    } else reveal(finding);
  };
  const step = (by) => {
    const shown = all(".finding").filter((one) => visible(one) || one.closest("details:not([open])"))
      .filter((one) => !["error", "warning", "info"].some((s) => one.classList.contains(s) && root.classList.contains("no-" + s)));
    if (!shown.length) return;
    const at = shown.indexOf(current);
    choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length], true);
  };

  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    theme: () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("kerjasama-check-theme", root.dataset.theme); } catch { /* no store for files */ }
    },
    print: () => print(),
  };
  try {
    const kept = localStorage.getItem("kerjasama-check-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch { /* no store for files */ }

  all("[data-do]").forEach((button) => button.addEventListener("click", actions[button.dataset.do]));
  all("[data-show]").forEach((box) => box.addEventListener("change", () =>
    root.classList.toggle("no-" + box.dataset.show, !box.checked)));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const action = { n: actions.next, p: actions.previous, t: actions.theme }[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    const mark = event.target.closest("mark");
    if (target && target.classList.contains("finding")) {
      event.preventDefault();
      choose(target, true);
    } else if (target && link.classList.contains("to")) {
      event.preventDefault();
      choose(link.closest(".finding"), false);
      target.closest("p").scrollIntoView({ block: "center" });
    } else if (target) open(target);
    else if (mark && getSelection().isCollapsed) choose(document.getElementById(mark.dataset.f.split(" ")[0]), true);
  });
  const follow = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.classList.contains("finding")) choose(target, true);
    else { open(target); target.scrollIntoView(); }
  };
  addEventListener("hashchange", follow);
  follow();

  // On paper nothing is folded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])").filter((one) => !one.closest(".finding"));
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));
})();
