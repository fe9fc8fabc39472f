"use strict";
// The filters and the theme. The page shows everything without this.

const root = document.documentElement;
const tools = document.querySelector(".tools");
const theme = document.querySelector("#theme");

// Theme: what the system prefers, until somebody chooses.

function isDark() {
  return (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
}

function remembered(value) {
  try {
    return value ? localStorage.setItem("theme", value) : localStorage.getItem("theme");
  } catch {
    return null; // a page from a file may have no storage
  }
}

function setTheme(value) {
  if (value === "dark" || value === "light") root.dataset.theme = value;
  theme.setAttribute("aria-pressed", String(isDark()));
}

theme.hidden = false;
setTheme(remembered());
theme.addEventListener("click", () => {
  setTheme(isDark() ? "light" : "dark");
  remembered(root.dataset.theme);
});

// Filters: nothing pressed in a group means all of it.

if (tools) {
  const findings = [...document.querySelectorAll("article")];
  const parts = [...document.querySelectorAll(".group, .review")];
  const choices = [...tools.querySelectorAll("[aria-pressed]")];
  const text = document.querySelector("#text");
  const contents = new Map();

  const pressed = (name) =>
    new Set(choices.filter((each) => each.ariaPressed === "true" && name in each.dataset).map((each) => each.dataset[name]));

  function content(finding) {
    if (!contents.has(finding)) contents.set(finding, finding.textContent.toLowerCase());
    return contents.get(finding);
  }

  function filter() {
    const [levels, kinds] = [pressed("level"), pressed("kind")];
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const fits =
        (!levels.size || levels.has(finding.dataset.level)) &&
        (!kinds.size || finding.dataset.kinds.split(" ").some((each) => kinds.has(each))) &&
        words.every((each) => content(finding).includes(each));
      finding.hidden = !fits;
      shown += fits;
    }
    const all = !levels.size && !kinds.size && !words.length;
    for (const part of parts) part.hidden = !all && !part.querySelector("article:not([hidden])");
    document.querySelector("#nothing").hidden = shown > 0;
    document.querySelector("#all").hidden = all;
    document.querySelector("#count").textContent = `${shown.toLocaleString("en")} of ${findings.length.toLocaleString("en")} shown`;
  }

  function showAll() {
    for (const each of choices) each.ariaPressed = "false";
    text.value = "";
    filter();
  }

  tools.hidden = false;
  text.addEventListener("input", filter);
  document.querySelector("#all").addEventListener("click", showAll);
  for (const each of choices) {
    each.addEventListener("click", () => {
      each.ariaPressed = String(each.ariaPressed !== "true");
      filter();
    });
  }
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1))?.closest("article");
    if (target?.hidden) {
      showAll();
      target.scrollIntoView();
    }
  });
}
