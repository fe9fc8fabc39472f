// What is wider than the page scrolls: whoever has no mouse reaches it by the keyboard, code and tables alike.
const reach = () => {
  for (const each of document.querySelectorAll("pre > code, .md-typeset__scrollwrap")) {
    if (each.scrollWidth > each.clientWidth && !each.hasAttribute("tabindex")) {
      each.tabIndex = 0;
    }
  }
};
new MutationObserver(reach).observe(document.body, { childList: true, subtree: true, attributeFilter: ["tabindex"] });
window.addEventListener("resize", reach);
reach();
