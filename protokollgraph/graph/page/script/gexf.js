// The scene as GEXF 1.3 with time, for Gephi: the same shape as the file that the command line writes.
const GEXF = "http://gexf.net/1.3";
const GEXF_NODE = { kind: "string", aliases: "string", ties: "integer", bodies: "integer", first: "string", last: "string" };
const GEXF_EDGE = { family: "string", relations: "string", meetings: "integer", dates: "string", bodies: "string", details: "string", stated: "boolean", undirected: "boolean", sentences: "string", sources: "string" };

/** First and last day of each run of days. */
function spellsOf(days) {
  const runs = [];
  for (const each of days.filter(isDay)) {
    const before = runs.at(-1);
    if (before && Date.parse(each) - Date.parse(before[1]) <= 86_400_000) before[1] = each;
    else runs.push([each, each]);
  }
  return runs;
}

function sceneAsGexf() {
  const file = document.implementation.createDocument(GEXF, "gexf");
  const add = (parent, name, attributes = {}, text = "") => {
    const element = parent.appendChild(name.startsWith("viz:") ? file.createElementNS(`${GEXF}/viz`, name) : file.createElementNS(GEXF, name));
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, forXml(value)));
    if (text) element.textContent = forXml(text);
    return element;
  };
  const root = file.documentElement;
  root.setAttribute("version", "1.3");
  root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:viz", `${GEXF}/viz`);
  const meta = add(root, "meta");
  add(meta, "creator", {}, "protokollgraph");
  add(meta, "description", {}, [document.title, viewInWords(), periodInWords(), ...limitsInWords()].filter(Boolean).join(" · "));
  const graph = add(root, "graph", { mode: "dynamic", defaultedgetype: "directed", timeformat: "date", timerepresentation: "interval" });
  for (const [of, columns] of [["node", GEXF_NODE], ["edge", GEXF_EDGE]]) {
    const declared = add(graph, "attributes", { class: of, mode: "static" });
    Object.entries(columns).forEach(([name, type]) => add(declared, "attribute", { id: name, title: name, type }));
  }
  addNodes(add, add(graph, "nodes"));
  addEdges(add, add(graph, "edges"));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

function addNodes(add, list) {
  const ties = tiesByNode();
  const times = timesByNode();
  for (const item of scene.of.values()) {
    const { node } = item;
    const element = add(list, "node", { id: node.told.iri || node.id, label: nameOf(node) });
    addValues(add, element, GEXF_NODE, { kind: node.kind, aliases: node.aliases.join(JOINT), ties: ties.get(node.id), bodies: bodiesOf(node).size, first: node.told.first, last: node.told.last });
    addSpells(add, element, times.get(node.id));
    addColour(add, element, fillOf(node)[0]);
    // In Gephi y grows upwards.
    add(element, "viz:position", { x: rounded(item.x), y: rounded(-item.y), z: "0.0" });
    add(element, "viz:size", { value: node.size });
  }
}

/** The days on which each node is there: those of its ties; null, which is always, if one of them has none. */
function timesByNode() {
  const found = new Map();
  for (const tie of scene.ties) {
    const { days } = daysOf(tie.meetings);
    for (const { node } of [tie.from, tie.to])
      found.set(node.id, days.length === 0 || found.get(node.id) === null ? null : [...(found.get(node.id) || []), ...days]);
  }
  return new Map([...found].map(([id, days]) => [id, days && [...new Set(days)].sort()]));
}

function addEdges(add, list) {
  scene.ties.forEach((tie, index) => {
    const own = tie.facts.map((id) => facts[id]).filter((fact) => fact.passing.length);
    const quotes = [...new Set(own.flatMap(passagesOf))].map(passageInParts);
    const { days } = daysOf(tie.meetings);
    const { ends, undirected } = endsOf(tie, own);
    const element = add(list, "edge", { id: index, ...ends, kind: tie.family, label: word(`families.${tie.family}`), weight: tie.meetings.length.toFixed(1) });
    const met = [...new Set(tie.meetings.map((meeting) => meetings[meeting][2]).filter((body) => body >= 0))];
    addValues(add, element, GEXF_EDGE, {
      family: tie.family, relations: [...new Set(own.map((fact) => fact.relation))].join(JOINT), meetings: tie.meetings.length, dates: days.join(JOINT),
      bodies: met.map((body) => nodes[body].told.iri || nodes[body].label).join(JOINT), details: [...new Set(own.flatMap((fact) => fact.details))].join(JOINT),
      stated: own.some((fact) => fact.stated), undirected, sentences: quotes.map(([sentence]) => sentence).join("\n"), sources: [...new Set(quotes.map(([, ...place]) => place.filter(Boolean).join(", ")))].join("\n"),
    });
    addSpells(add, element, days);
    addColour(add, element, lineColour(tie.family));
  });
}

/** Ends in the direction of the facts. Programs refuse files with both types of edges: what has no direction says so as a value. */
function endsOf(tie, own) {
  const id = (node) => node.told.iri || node.id;
  const [from, to] = [tie.from.node, tie.to.node];
  const goes = (start, end) => own.length > 0 && own.every((fact) => fact.from === start.id && fact.to === end.id);
  const [source, target] = goes(to, from) ? [to, from] : [from, to];
  return { ends: { source: id(source), target: id(target), type: "directed" }, undirected: !goes(source, target) };
}

function addValues(add, element, columns, values) {
  const list = add(element, "attvalues");
  Object.keys(columns).forEach((name) => values[name] !== undefined && values[name] !== "" && add(list, "attvalue", { for: name, value: values[name] }));
}

function addSpells(add, element, days) {
  const runs = spellsOf(days || []);
  if (runs.length === 0) return;
  const list = add(element, "spells");
  runs.forEach(([start, end]) => add(list, "spell", { start, end }));
}

function addColour(add, element, colour) {
  const [r, g, b] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  add(element, "viz:color", { r, g, b });
}
