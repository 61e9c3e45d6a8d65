// The network as the page keeps it, and which part of it is shown.
const nodes = page.nodes;
const edges = page.edges.map((edge, id) => ({ ...edge, id }));
const facts = page.facts;
const style = page.style;
const kinds = Object.keys(style.kinds).filter((kind) => nodes.some((node) => node.kind === kind));
const families = Object.keys(style.families).filter((family) => edges.some((edge) => edge.family === family));

nodes.forEach((node) => Object.assign(node, { edges: [], facts: [] }));
edges.forEach((edge) => {
  [edge.from, edge.to].forEach((end) => nodes[end].edges.push(edge));
  // Lines across the whole picture, to funding programmes and addressees of everybody, stay in the background.
  edge.quiet = edge.facts.every((fact) => (style.pull[facts[fact].relation] || 1) < 0.2);
});
facts.forEach((fact) => [fact.from, fact.to].forEach((end) => nodes[end].facts.push(fact)));
nodes.forEach((node) => {
  node.neighbours = new Set(node.edges.map((edge) => (edge.from === node.id ? edge.to : edge.from)));
  node.rank = style.kinds[node.kind].rank * 6 + node.neighbours.size;
});
const byRank = [...nodes].sort((a, b) => b.rank - a.rank || a.id - b.id);

const shown = {
  kinds: new Set(kinds),
  families: new Set(families.filter((family) => style.families[family].shown)),
  routine: false,
  /** Numbers of the nodes around the chosen one, or null for all. */
  near: null,
};
if (shown.families.size === 0) families.forEach((family) => shown.families.add(family));

const isShown = (node) =>
  shown.kinds.has(node.kind) && (shown.routine || !node.told.routine) && (shown.near === null || shown.near.has(node.id));
const isTieShown = (tie) => shown.families.has(tie.family) && isShown(nodes[tie.from]) && isShown(nodes[tie.to]);
const otherEnd = (tie, node) => nodes[tie.from === node.id ? tie.to : tie.from];

/** The name of a node for readers: decisions have none of their own, so kind and subject, else the day, stand for it. */
function nameOf(node) {
  if (node.kind !== "decision") return node.label;
  const kind = node.told.decision ? term(node.told.decision) : word("kind_one.decision");
  const subject = node.facts.find((fact) => fact.relation === "concerns");
  const rest = subject ? nodes[subject.to].label : day(node.told.date);
  return rest ? `${kind}: ${rest}` : kind;
}

/** What is chosen: {node} or {edge}, or nothing. */
let chosen = {};
/** What the pointer is on, likewise. */
let pointed = {};

/** Numbers of the nodes that stay bright while something is chosen or pointed at; null if all do. */
function bright() {
  const { node, edge } = pointed.node || pointed.edge ? pointed : chosen;
  if (edge) return new Set([edge.from, edge.to]);
  if (!node) return null;
  const near = node.edges.filter(isTieShown).map((tie) => otherEnd(tie, node).id);
  return new Set([node.id, ...near]);
}
const isBrightTie = (tie) => {
  const { node, edge } = pointed.node || pointed.edge ? pointed : chosen;
  return edge ? tie === edge : node ? tie.from === node.id || tie.to === node.id : true;
};
