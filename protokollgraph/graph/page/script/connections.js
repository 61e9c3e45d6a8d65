// How two nodes are connected: two fields to choose them, and the connections laid out from the one to the other.
const CONNECTED = { step: 230, row: 66, rows: 14 };
/** The node numbers in the two fields, -1 for none; state.between holds them when both are there. */
let chosenEnds = [-1, -1];
/** What was found between the two: see waysBetween(). */
let connected = null;

const endFields = ["from", "to"].map((name, index) => combobox({
  id: `connect-${name}`,
  label: () => word(`connect_${name}`),
  every: () => word("connect_any"),
  options: () => endOptions(chosenEnds[1 - index]),
  chosen: () => (chosenEnds[index] < 0 ? null : { id: chosenEnds[index], name: nameOf(nodes[chosenEnds[index]]) }),
  take: (id) => connect(index ? [chosenEnds[0], id] : [id, chosenEnds[1]]),
}));
byId("connect-fields").replaceChildren(...endFields.map(({ element }) => element));

function endOptions(other) {
  spelled = spelled || spellings();
  return byRank.filter((node) => node.id !== other && !node.told.routine).map((node) => ({ id: node.id, name: nameOf(node), names: spelled[node.id], detail: word(`kind_one.${node.kind}`) }));
}

/** Look for the connections of two nodes; while one is missing, everything is shown. */
function connect(ends) {
  const isWhole = ends.every((id) => id >= 0);
  if (isWhole) change({ between: ends, weaker: false, around: -1, standing: "connections", chosen: {} });
  else if (state.between) change({ between: null, weaker: false, standing: "" });
  chosenEnds = ends;
  if (isWhole && narrow.matches) byId("legend").open = false;
  refreshEnds();
}

function refreshEnds() {
  endFields.forEach(({ refresh }) => refresh());
  byId("connect-swap").disabled = chosenEnds.every((id) => id < 0);
  byId("connect-clear").disabled = chosenEnds.every((id) => id < 0);
}
byId("connect-swap").addEventListener("click", () => connect([chosenEnds[1], chosenEnds[0]]));
byId("connect-clear").addEventListener("click", () => (connect([-1, -1]), byId("connect-from").focus()));
refreshEnds();

whenChanged((changed) => {
  if (changed.has("between")) {
    chosenEnds = state.between ? [...state.between] : [-1, -1];
    if (state.between) byId("connect").open = true;
    else if (state.standing === "connections") change({ standing: "" });
  }
  if (changed.has("between") || changed.has("language")) refreshEnds();
});

sections.push((node) => [make("p", { class: "actions" }, make("button", { type: "button", id: "connect-here", onclick: () => connectFrom(node) }, word("connect_here")))]);

/** The node into the first field, and the keyboard into the second. */
function connectFrom(node) {
  if (narrow.matches) change({ chosen: {} });
  connect([node.id, -1]);
  byId("legend").open = true;
  byId("connect").open = true;
  byId("connect-to").focus();
}

/** The scene of the connections of state.between. */
function connectionScene() {
  const [start, end] = state.between;
  connected = waysBetween(start, end, state.weaker);
  const items = [...connected.on].map((id) => ({ node: nodes[id], x: 0, y: 0, large: id === start || id === end ? 1.45 : 1 }));
  const of = new Map(items.map((item) => [item.node.id, item]));
  const ties = connected.ties.map((tie) => ({ ...tie, from: of.get(tie.from), to: of.get(tie.to), quiet: false, width: 1.2 + 0.55 * Math.log2(tie.meetings.length) }));
  const made = { items, ties, frames: [], lanes: [] };
  placeExcerpt(made);
  return made;
}

/** Whether columns have more room one below the other. */
function isBetterUpright(columns) {
  if (!wide || !high) return false;
  const [along, across] = [columns.length, Math.max(...columns.map((own) => Math.min(own.length, CONNECTED.rows)))];
  const scale = (x, y) => Math.min((wide - 120) / x, (high - 90) / y);
  return scale(across * CONNECTED.row * 1.7, along * CONNECTED.step * 0.6) > scale(along * CONNECTED.step, across * CONNECTED.row);
}

/** From left to right by steps, from top to bottom where that gives more room; in a column those beside each other that are tied to the same. */
function placeInColumns(items, ties) {
  const [start] = state.between;
  const columnOf = (id) => (connected.number ? connected.steps.get(start) - connected.steps.get(id) : Number(id !== start));
  const columns = [];
  items.forEach((item) => (columns[columnOf(item.node.id)] = columns[columnOf(item.node.id)] || []).push(item));
  const beside = new Map(items.map((item) => [item, []]));
  ties.forEach(({ from, to }) => (beside.get(from).push(to), beside.get(to).push(from)));
  const row = new Map();
  const number = (own) => own.forEach((item, index) => row.set(item, index - (own.length - 1) / 2));
  columns.forEach((own) => number(own.sort((a, b) => b.node.rank - a.node.rank || a.node.id - b.node.id)));
  const middle = (item) => beside.get(item).reduce((sum, other) => sum + row.get(other), 0) / Math.max(1, beside.get(item).length);
  for (let sweep = 0; sweep < 6; sweep++) columns.forEach((own) => number(own.map((item) => [middle(item), row.get(item), item]).sort(([a, was], [b, wasOther]) => a - b || was - wasOther).map(([, , item]) => item)));
  // One beside the other leaves no room for long names.
  if (columns.every((own) => own.length === 1)) columns.forEach(([item], index) => row.set(item, index % 2 ? 0.35 : -0.35));
  const stands = isBetterUpright(columns);
  let along = 0;
  columns.forEach((own) => {
    const ordered = [...own].sort((a, b) => row.get(a) - row.get(b));
    const folds = Math.ceil(own.length / CONNECTED.rows);
    ordered.forEach((item, index) => {
      const across = (row.get(item) * CONNECTED.row * (stands ? 1.7 : 1)) / folds;
      const forward = along + (index % folds) * CONNECTED.step * 0.45;
      Object.assign(item, stands ? { x: across, y: forward * 0.6 } : { x: forward, y: across });
    });
    along += CONNECTED.step * (1 + 0.45 * (folds - 1));
  });
}
