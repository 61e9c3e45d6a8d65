// Legend and filters in one: each mark explains itself and can be taken out of the picture.
function fillLegend() {
  byId("kinds").replaceChildren(
    ...kinds.map((kind) => choice(mark(kind), word(`kinds.${kind}`), nodes.filter((node) => node.kind === kind && (shown.routine || !node.told.routine)).length,
      shown.kinds.has(kind), (on) => toggle(shown.kinds, kind, on), `kind-${kind}`)),
    ...(nodes.some((node) => node.told.routine)
      ? [choice(null, word("routine"), nodes.filter((node) => node.told.routine).length, shown.routine, (on) => (shown.routine = on), "routine", word("routine_hint"))] : []));
  byId("families").replaceChildren(
    ...families.map((family) => choice(lineMark(family), word(`families.${family}`), facts.filter((fact) => fact.family === family).length,
      shown.families.has(family), (on) => toggle(shown.families, family, on), `family-${family}`)));
}

function choice(picture, name, number, isOn, change, id, hint) {
  const box = make("input", { type: "checkbox", id, onchange: () => (change(box.checked), filtered()) });
  box.checked = isOn;
  return make("label", { class: picture ? "choice" : "choice inner", title: hint }, box, picture, make("span", { class: "choice-name" }, name), make("span", { class: "number" }, count(number)));
}

const toggle = (set, member, on) => (on ? set.add(member) : set.delete(member));

/** Filters changed: picture, table, legend and panel follow. */
function filtered() {
  bendTies();
  chooseTies();
  drawnNodes.update(nodes.map((node) => ({ id: node.id, hidden: !isShown(node) })));
  if (chosen.node && !isShown(chosen.node)) choose({});
  else if (chosen.node || chosen.edge) choose(chosen);
  const focused = document.activeElement && document.activeElement.id;
  fillLegend();
  if (focused && byId(focused)) byId(focused).focus();
  fillTable();
  network.redraw();
}
