// Legend and filters in one: each mark explains itself and can be taken out of the picture.
function fillLegend() {
  const [shownKinds, shownFamilies] = views.has(state.view) ? [viewNamed(state.view).kinds, viewNamed(state.view).families] : ofScene();
  const here = (kind) => scene.items.filter((item) => item.node.kind === kind).length + foldedAway(kind);
  byId("kinds").replaceChildren(
    ...shownKinds.map((kind) => choice(mark(kind), word(`kinds.${kind}`), here(kind), state.kinds.has(kind), (on) => change({ kinds: toggled(state.kinds, kind, on) }), `kind-${kind}`)),
    ...(shownKinds.includes("decision") && nodes.some((node) => node.told.routine)
      ? [choice(null, word("routine"), nodes.filter((node) => node.told.routine).length, state.routine, (on) => change({ routine: on }), "routine", word("routine_hint"))] : []));
  byId("families").replaceChildren(
    ...shownFamilies.map((family) => choice(lineMark(family), word(`families.${family}`), scene.ties.filter((tie) => tie.family === family).length,
      isAlwaysOn(family) || state.families.has(family), (on) => change({ families: toggled(state.families, family, on) }), `family-${family}`, undefined, isAlwaysOn(family))));
}

/** Kinds and families of a view that the page makes itself: those that it shows, and those that were taken out. */
const ofScene = () => [
  kinds.filter((kind) => !state.kinds.has(kind) || scene.items.some((item) => item.node.kind === kind)),
  familyOrder.filter((family) => !isAlwaysOn(family) && (!state.families.has(family) || scene.ties.some((tie) => tie.family === family))),
];

/** What a view consists of cannot be taken out of it. */
const isAlwaysOn = (family) => family === "together" || family === "shared";
const foldedAway = (kind) => scene.frames.filter((frame) => frame.folded).flatMap((frame) => frame.members).filter((item) => item.node.kind === kind).length;

function choice(picture, name, number, isOn, act, id, hint, fixed = false) {
  const box = make("input", { type: "checkbox", id, disabled: fixed || Boolean(state.between), onchange: () => act(box.checked) });
  box.checked = isOn;
  return make("label", { class: picture ? "choice" : "choice inner", title: hint }, box, picture, make("span", { class: "choice-name" }, name), make("span", { class: "number" }, count(number)));
}

whenChanged((changed) => {
  if (!changed.has("scene") && !changed.has("language") && !changed.has("theme") && !changed.has("colour")) return;
  keepFocus(fillLegend);
});
