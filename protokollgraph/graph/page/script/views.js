// The choice of the view: which question the picture answers.
const viewBar = byId("view-bar");

function fillViews() {
  viewBar.setAttribute("aria-label", word("view"));
  viewBar.replaceChildren(...[...views.keys(), ...ownScenes.keys()].map((name) =>
    make("button", { type: "button", id: `view-${name}`, "aria-pressed": String(state.view === name), title: word(`view_hints.${name}`), onclick: () => change({ view: name }) }, word(`view_names.${name}`))));
  byId("view-hint").textContent = word(`view_hints.${state.view}`);
}

whenChanged((changed) => {
  if (!changed.has("view") && !changed.has("language")) return;
  keepFocus(fillViews);
  if (changed.has("view")) fit();
});
