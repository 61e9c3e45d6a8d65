// Messages for those who do not see the page change, and menus that close as one expects.
/** Say a text once, as a status message (WCAG 2.2, 4.1.3). */
function say(text) {
  byId("said").textContent = "";
  byId("said").textContent = text;
}

let saying = 0;
whenChanged((changed) => {
  if (!changed.has("scene") && !changed.has("language")) return;
  clearTimeout(saying);
  // While time runs or letters are typed, only the last state is worth saying; what the page opens with is no message.
  saying = setTimeout(() => {
    byId("told").textContent = pictureInWords();
    if (saidOnce && changed.has("scene")) say(scene.of.size ? amountInWords() : word("nothing_shown"));
    saidOnce = true;
  }, 400);
});
let saidOnce = false;

/** A menu of the head closes with Escape, with a click beside it, and when the keyboard leaves it. */
function asMenu(menu) {
  const heading = menu.querySelector("summary");
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    heading.focus();
  });
  document.addEventListener("pointerdown", (event) => menu.contains(event.target) || (menu.open = false));
  menu.addEventListener("focusout", (event) => event.relatedTarget && !menu.contains(event.relatedTarget) && (menu.open = false));
}
document.querySelectorAll(".head details").forEach(asMenu);
