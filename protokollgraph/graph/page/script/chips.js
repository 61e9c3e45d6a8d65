// Every filter that takes something away, in words above the picture, each with a button that takes it back.
const chipBar = byId("chips");
const LIMITS = { body: -1, organisation: -1, programme: -1, from: "", to: "", around: -1, between: null };

/** [{id, text (parts), back (patch)}] of the filters that are set, those of kinds and lines only as far as the view has them. */
function activeFilters() {
  const name = (id) => isolated(shortened(nameOf(nodes[id]), 60));
  const here = views.has(state.view) ? viewNamed(state.view) : { kinds, families: familyOrder };
  const hiddenKinds = here.kinds.filter((kind) => !state.kinds.has(kind));
  const hiddenFamilies = here.families.filter((family) => AT_FIRST.families.has(family) && !state.families.has(family) && !isAlwaysOn(family));
  return [
    ...Object.keys(choosable).filter((limit) => state[limit] >= 0).map((limit) => ({ id: limit, text: [`${word(`limit.${limit}`)}: `, name(state[limit])], back: { [limit]: -1 } })),
    state.from || state.to ? { id: "time", text: [timeInWords(state.from, state.to)], back: { from: "", to: "" } } : null,
    hiddenKinds.length ? { id: "kinds", text: [word("chip_without", { names: hiddenKinds.map((kind) => word(`kinds.${kind}`)).join(", ") })], back: { kinds: new Set([...state.kinds, ...hiddenKinds]) } } : null,
    hiddenFamilies.length ? { id: "families", text: [word("chip_without", { names: hiddenFamilies.map((family) => word(`families.${family}`)).join(", ") })], back: { families: new Set([...state.families, ...hiddenFamilies]) } } : null,
  ].filter(Boolean);
}

/** From a day, to a day, or both, in words. */
function timeInWords(from, to) {
  if (from && to) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return from ? word("from_day", { day: day(from) }) : word("to_day", { day: day(to) });
}

function resetFilters() {
  change({ ...LIMITS, kinds: new Set(AT_FIRST.kinds), families: new Set(AT_FIRST.families), routine: AT_FIRST.routine });
}

function fillChips() {
  const active = activeFilters();
  const was = chipBar.hidden;
  chipBar.hidden = active.length === 0;
  chipBar.setAttribute("aria-label", word("chips"));
  chipBar.replaceChildren(...active.map(({ id, text, back }) =>
    make("span", { class: "chip" }, make("span", { id: `chip-${id}-text` }, ...text),
      make("button", { type: "button", id: `chip-${id}`, "aria-label": word("take_back"), "aria-describedby": `chip-${id}-text`, title: word("take_back"), onclick: () => takeBack(back) }, "×"))),
    make("button", { type: "button", id: "reset", class: "plain", onclick: () => (resetFilters(), canvas.focus()) }, word("reset_all")));
  byId("nothing-reset").hidden = active.length === 0;
  if (was !== chipBar.hidden) resized();
}

/** The keyboard goes on to another chip, or to the picture after the last one. */
function takeBack(back) {
  change(back);
  if (document.activeElement && document.activeElement !== document.body) return;
  (chipBar.hidden ? canvas : chipBar.querySelector("button")).focus();
}

byId("nothing-reset").addEventListener("click", () => (resetFilters(), canvas.focus()));
whenChanged((changed) => {
  if (changed.has("scene") || changed.has("language")) keepFocus(fillChips);
});
