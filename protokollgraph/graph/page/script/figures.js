// Figures of the whole network: who connects, who is tied to many, who appears in many bodies, what recurs, who belongs together.
const TOP = 10;
const statedMeetings = (node) => held(node.facts.filter((fact) => statedFamilies.has(fact.family)).map((fact) => ({ meetings: fact.on }))).length;

/** Lists of at most ten: of which kinds, by which figure of a node, from which figure on, how it is written. */
const rankings = measures ? [
  { name: "connects", kinds: ["person", "organisation"], figure: (node) => measures.betweenness[node.id], least: 1e-9, written: share },
  { name: "ties", kinds: ["person", "organisation"], figure: (node) => measures.degree[node.id], least: 1, written: count },
  { name: "bodies", kinds: ["person", "organisation"], figure: (node) => measures.bodies[node.id], least: 2, written: count },
  { name: "recurs", kinds: ["project"], figure: statedMeetings, least: 2, written: count },
] : [];

/** A share in percent; what would be written as nothing is said to be little. */
function share(figure) {
  const percent = (value) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(value);
  return figure > 0 && figure < 0.001 ? word("less_than", { figure: percent(0.001) }) : percent(figure);
}

const figuresButton = byId("show-figures");
figuresButton.hidden = !measures;
figuresButton.addEventListener("click", () => {
  const opens = state.standing !== "figures" || Boolean(state.chosen.node || state.chosen.tie);
  cameFrom = figuresButton;
  change({ standing: opens ? "figures" : "", chosen: {} });
  if (opens) panel.focus();
});

standing.set("figures", () => ({ label: word("figures"), elements: measures ? aboutFigures() : [] }));

function aboutFigures() {
  return [
    make("h2", {}, word("figures")),
    make("p", { class: "small" }, word("figures_hint"), measures.estimated ? ` ${word("figures_estimated")}` : ""),
    ...rankings.map(aboutRanking),
    aboutGroups(),
  ].filter(Boolean);
}

function aboutRanking({ name, kinds: own, figure, least, written }) {
  const ranked = nodes.filter((node) => own.includes(node.kind)).map((node) => [figure(node), node]).filter(([value]) => value >= least);
  ranked.sort(([a, one], [b, other]) => b - a || other.rank - one.rank || one.id - other.id);
  const most = ranked.length ? ranked[0][0] : 1;
  return make("section", { class: "group ranking", id: `ranking-${name}` },
    make("h3", {}, word(`ranking.${name}`)),
    make("p", { class: "small" }, word(`ranking_hint.${name}`)),
    ranked.length === 0 ? make("p", {}, word(`ranking_none.${name}`))
      : make("ol", {}, ...ranked.slice(0, TOP).map(([value, node]) => make("li", {}, endLink(node), bar(value / most), make("span", { class: "number" }, written(value))))));
}

function bar(length) {
  const filled = make("span");
  filled.style.width = `${Math.max(2, Math.round(length * 100))}%`;
  return make("span", { class: "bar", "aria-hidden": "true" }, filled);
}

whenChanged((changed) => {
  if (changed.has("standing") || changed.has("chosen") || changed.has("language")) figuresButton.setAttribute("aria-expanded", String(state.standing === "figures" && !state.chosen.node && !state.chosen.tie));
});

/** The figures of a node, in one sentence. */
sections.push((node) => {
  if (!measures || node.kind === "decision" || !measures.degree[node.id]) return [];
  const [between, ties, where, group] = [measures.betweenness[node.id], measures.degree[node.id], measures.bodies[node.id], measures.communities[node.id]];
  const said = [
    between > 0 ? word(measures.estimated ? "node_connects_about" : "node_connects", { share: share(between) }) : word("node_connects_none"),
    counted("node_tie", "node_ties", ties),
    where > 0 ? counted(node.kind === "body" ? "node_other_body" : "node_body", node.kind === "body" ? "node_other_bodies" : "node_bodies", where) : "",
  ].filter(Boolean).join(", ");
  const own = group < 0 ? [] : [make("p", { class: "small" }, `${word("node_group")} `, make("button", { type: "button", class: "link", id: "node-group", onclick: () => (change({ standing: "figures", chosen: {} }), bringOutGroup(group), panel.focus()) }, swatch(group), isolated(measures.names[group])))];
  return [make("div", { class: "node-figures" }, make("p", { class: "small" }, `${word("in_whole")} ${said}.`), ...own)];
});
