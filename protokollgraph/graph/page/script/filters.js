// Filters by body, organisation and programme: each a field to choose one of many, with what it would leave of the view.
/** Kind of filter to the nodes it can be set to: of bodies only those whose meetings are known. */
const choosable = {
  body: bodies.filter((body) => meetings.some(([, , own]) => own === body.id)),
  organisation: nodes.filter((node) => node.kind === "organisation"),
  programme: nodes.filter((node) => node.kind === "programme"),
};
const limitFields = Object.keys(choosable).filter((name) => choosable[name].length > 0).map((name) => combobox({
  id: `limit-${name}`,
  label: () => word(`limit.${name}`),
  every: () => word("every"),
  options: () => limitOptions(name),
  chosen: () => (state[name] < 0 ? null : { id: state[name], name: nameOf(nodes[state[name]]) }),
  take: (id) => change({ [name]: id }),
}));
byId("choices").replaceChildren(...limitFields.map(({ element }) => element));
byId("limits").hidden = limitFields.length === 0;

whenChanged((changed) => {
  if (changed.has("language") || Object.keys(choosable).some((name) => changed.has(name))) limitFields.forEach(({ refresh }) => refresh());
});

/** The options by name; those that leave nothing come last. */
function limitOptions(name) {
  const left = leftBy(name);
  const options = choosable[name].map((node) => {
    const { of, ties } = (left && left.get(node.id)) || { of: new Set(), ties: 0 };
    const detail = left ? [counted("node_one", "nodes_n", of.size), counted("connection", "connections_n", ties)].join(", ") : "";
    return { id: node.id, name: nameOf(node), names: [nameOf(node), ...node.aliases].map(folded), detail: left && of.size === 0 ? word("leaves_nothing") : detail, none: Boolean(left) && of.size === 0 };
  });
  return options.sort((a, b) => a.none - b.none || a.name.localeCompare(b.name, language, { numeric: true }));
}

/**
 * For each node that a filter can be set to, what would be shown then: {of: Set of node numbers, ties}; the other filters stay.
 * Null where that cannot be counted in one go: in views that place their nodes themselves, near a node, between two, with folded frames.
 */
function leftBy(name) {
  if (!views.has(state.view) || state.around >= 0 || state.between || state.folded.size) return null;
  const kept = state[name];
  state[name] = -1;
  letPass();
  const found = admitted(viewNamed(state.view));
  state[name] = kept;
  letPass();
  const left = new Map();
  const reached = name === "body" ? null : reachedBy(name);
  for (const { tie, passing, isOn } of found) {
    const under = reached ? new Set([...(reached.get(tie.from) || []), ...(reached.get(tie.to) || [])]) : new Set(passing.map((meeting) => meetings[meeting][2]));
    for (const id of under) {
      if (!left.has(id)) left.set(id, { of: new Set(), ties: 0, framed: new Map() });
      const own = left.get(id);
      own.of.add(tie.from).add(tie.to);
      if (isOn) countTie(own, tie);
    }
  }
  if (state.frames) left.forEach(takeFramed);
  return left;
}

/** A tie between a body and a node at home in it is not drawn where the body is a frame. */
function countTie(own, { from, to }) {
  own.ties += 1;
  const body = nodes[from].home === to ? to : nodes[to].home === from ? from : -1;
  if (body >= 0) own.framed.set(body, (own.framed.get(body) || 0) + 1);
}

function takeFramed(own) {
  own.framed.forEach((ties, body) => {
    const members = [...own.of].filter((id) => nodes[id].home === body).length;
    if (own.of.has(body) && members >= LEAST_MEMBERS) own.ties -= ties;
  });
}

/** Node number to the organisations or programmes that it has to do with. */
function reachedBy(name) {
  const reached = new Map();
  for (const { id } of choosable[name]) {
    for (const member of circle(id, CIRCLES[name])) reached.has(member) ? reached.get(member).push(id) : reached.set(member, [id]);
  }
  return reached;
}
