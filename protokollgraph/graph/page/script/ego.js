// The surroundings of a node (its ego network): only what lies within a few steps of it.
const DEPTHS = [1, 2, 3];

/** How many nodes are within each depth, as long as each shows more than the one before. */
function reachOf(node) {
  const steps = [...stepsFrom(node.id, adjacency(drawnOf(admitted(viewNamed(state.view))))).values()];
  const within = DEPTHS.map((depth) => [depth, steps.filter((step) => step <= depth).length]);
  return within.filter(([, number], index) => number > (index ? within[index - 1][1] : 1));
}

function reachButtons(node, reach, prefix) {
  return reach.map(([depth, number]) => {
    const isOn = state.around === node.id && Math.min(state.depth, reach.at(-1)[0]) === depth;
    return make("button", { type: "button", id: `${prefix}-${depth}`, "aria-pressed": String(isOn), onclick: () => showAround(node, depth) },
      counted("step", "steps_n", depth), make("span", { class: "number" }, counted("node_one", "nodes_n", number)));
  });
}

function showAround(node, depth) {
  change({ around: node.id, depth, between: null, layout: state.layout === "table" && narrow.matches ? "picture" : state.layout });
}

sections.push((node) => {
  const reach = views.has(state.view) && !state.between && viewNamed(state.view).at.has(node.id) ? reachOf(node) : [];
  if (reach.length === 0) return [];
  const leave = state.around === node.id ? [make("button", { type: "button", id: "reach-all", onclick: showEverything }, word("everything"))] : [];
  return [make("div", { class: "reach", role: "group", "aria-label": word("reach") },
    make("p", { class: "small" }, word("reach")), make("p", { class: "actions" }, ...reachButtons(node, reach, "reach"), ...leave))];
});

// In a view without the node there is nothing around it.
whenChanged((changed) => {
  const isLost = state.around >= 0 && !(views.has(state.view) && viewNamed(state.view).at.has(state.around));
  if (changed.has("view") && isLost) change({ around: -1 });
});
