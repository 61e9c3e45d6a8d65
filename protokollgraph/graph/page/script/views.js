// The choice of the view: which question the picture answers.
const viewBar = byId("view-bar");

function fillViews() {
  viewBar.setAttribute("aria-label", word("view"));
  viewBar.replaceChildren(...[...views.keys(), ...ownScenes.keys()].map((name) =>
    make("button", { type: "button", id: `view-${name}`, "aria-pressed": String(state.view === name), title: word(`view_hints.${name}`), onclick: () => change({ view: name }) }, word(`view_names.${name}`))));
  byId("view-hint").textContent = [word(`view_hints.${state.view}`), extentOf(views.get(state.view))].filter(Boolean).join(" ");
}

/** How many of the pairs of people are drawn, in the view that keeps only the strongest. */
function extentOf(view) {
  return view && view.least ? word("pairs_shown", { least: count(view.least), n: count(view.ties.length), pairs: count(view.pairs) }) : "";
}

whenChanged((changed) => {
  if (!changed.has("view") && !changed.has("language")) return;
  keepFocus(fillViews);
  if (changed.has("view")) fit();
});
