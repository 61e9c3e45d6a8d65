// Tables for spreadsheets: RFC 4180, UTF-8 with a byte order mark, without which Excel spoils every umlaut.
/** How a formula begins, also in full width, after apostrophes too (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const JOINT = " | ";

function cellOf(value) {
  if (typeof value !== "string") return String(value);
  const text = value.replace(CONTROL, "\ufffd");
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

const csvOf = (columns, rows) => `\ufeff${[columns, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;

/** First and last day and all days of some meetings. */
function daysOf(some) {
  const days = [...new Set(some.map((meeting) => meetings[meeting][1]).filter(Boolean))].sort();
  return { days, first: days[0] || "", last: days.at(-1) || "" };
}

/** How many ties each node has in the scene, by number. */
function tiesByNode() {
  const found = new Map([...scene.of.keys()].map((id) => [id, 0]));
  scene.ties.forEach(({ from, to }) => [from, to].forEach(({ node }) => found.set(node.id, (found.get(node.id) || 0) + 1)));
  return found;
}

/** Numbers of the bodies in whose meetings, that pass, a node appears. */
const bodiesOf = (node) =>
  node.kind === "body" ? new Set() : new Set(node.facts.flatMap((fact) => fact.passing).map((meeting) => meetings[meeting][2]).filter((body) => body >= 0));

const TOLD_IN_CSV = ["title", "decision", "outcome", "method", "date", "words", "favor", "against", "abstention"];

function nodesAsCsv() {
  const ties = tiesByNode();
  const columns = ["id", "label", "kind", "aliases", "ties", "bodies", "first", "last", ...TOLD_IN_CSV];
  return csvOf(columns, [...scene.of.values()].map(({ node }) => [
    node.told.iri || String(node.id), nameOf(node), node.kind, node.aliases.join(JOINT), ties.get(node.id), bodiesOf(node).size,
    node.told.first || "", node.told.last || "", ...TOLD_IN_CSV.map((name) => node.told[name] || ""),
  ]));
}

/** One row a fact, with its newest sentence; "tie" numbers the lines of the picture, which may stand for several facts. */
function tiesAsCsv() {
  const columns = ["tie", "source", "source_label", "relation", "statement", "target", "target_label", "family", "meetings", "first", "last", "dates", "details", "stated", "sentence", "protocol", "date", "page", "further"];
  const passing = (tie, fact) => (tie.facts.length === 1 ? tie.meetings : fact.passing);
  return csvOf(columns, scene.ties.flatMap((tie, index) => tie.facts.map((id) => facts[id]).filter((fact) => fact.passing.length).map((fact) => {
    const { days, first, last: latest } = daysOf(passing(tie, fact));
    const [from, to] = [nodes[fact.from], nodes[fact.to]];
    const [best, ...others] = passagesOf(fact).map(passageInParts);
    return [
      index + 1, from.told.iri || String(from.id), nameOf(from), fact.relation, relationWord(fact.relation, 0), to.told.iri || String(to.id), nameOf(to),
      tie.family, passing(tie, fact).length, first, latest, days.join(JOINT), fact.details.join(JOINT), String(Boolean(fact.stated)),
      ...(best || ["", "", "", ""]), others.map(([sentence, ...place]) => `${sentence} (${place.filter(Boolean).join(", ")})`).join(JOINT),
    ];
  })));
}

/** Sentence, protocol, day and page of a passage. */
function passageInParts(index) {
  const [sentence, protocol, , leaf] = page.passages[index];
  const [title, date] = page.protocols[protocol];
  return [sentence, title, date || "", leaf ? String(leaf) : ""];
}
