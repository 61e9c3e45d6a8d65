// The network as the page keeps it: nodes, meetings, facts, and the views with their places and ties.
const { nodes, meetings, facts, style, measures } = page;
const kinds = Object.keys(style.kinds).filter((kind) => nodes.some((node) => node.kind === kind));
const familyOrder = Object.keys(style.families);

nodes.forEach((node) => (node.facts = []));
facts.forEach((fact, id) => {
  fact.id = id;
  fact.passing = fact.on;
  [fact.from, fact.to].forEach((end) => nodes[end].facts.push(fact));
});
nodes.forEach((node) => {
  node.neighbours = new Set(node.facts.map((fact) => (fact.from === node.id ? fact.to : fact.from)));
  node.rank = style.kinds[node.kind].rank * 6 + node.neighbours.size;
});
const byRank = [...nodes].sort((a, b) => b.rank - a.rank || a.id - b.id);
const bodies = nodes.filter((node) => node.kind === "body");

/** Views by name; each gets its ties and places when it is first looked at. */
const views = new Map(page.views.map((view) => [view.name, view]));

function viewNamed(name) {
  const view = views.get(name);
  if (view.at) return view;
  // The layout lies flat; on an upright screen it stands.
  if (wide && high > wide * 1.1) [view.x, view.y] = [view.y, view.x];
  view.at = new Map(view.nodes.map((id, index) => [id, index]));
  view.ties = view.ties.map(([from, to, family, own]) => ({ from, to, family, facts: own, quiet: family !== "together" && isQuiet(own) }));
  view.families = familyOrder.filter((family) => view.ties.some((tie) => tie.family === family));
  view.kinds = kinds.filter((kind) => view.nodes.some((id) => nodes[id].kind === kind));
  return view;
}

/** Lines across the whole picture, to funding programmes and addressees of everybody, stay in the background. */
const isQuiet = (own) => own.every((fact) => (style.pull[facts[fact].relation] || 1) < 0.2);
const otherEnd = (fact, node) => nodes[fact.from === node.id ? fact.to : fact.from];

/** The name of a node for readers: decisions have none of their own, so kind and subject, else the day, stand for it. */
function nameOf(node) {
  if (node.kind !== "decision") return node.label;
  const kind = node.told.decision ? term(node.told.decision) : word("kind_one.decision");
  const subject = node.facts.find((fact) => fact.relation === "concerns");
  const rest = subject ? nodes[subject.to].label : day(node.told.date);
  return rest ? `${kind}: ${rest}` : kind;
}
