// The columns of the tables: how a value is sorted, and how it is shown. "beside" ones stay beside the picture, "narrow" ones on a phone.
const nodeLink = (node) => make("button", { type: "button", class: "link", onclick: () => choose({ node }, { moveThere: true, focus: true }) }, mark(node.kind), isolated(shortened(nameOf(node), 140)));
const tieLink = (tie, text) => make("button", { type: "button", class: "link", onclick: () => choose({ tie }, { focus: true }) }, lineMark(tie.family), make("span", {}, text));
/** Node number to the number of its ties in the scene; made anew with the table. */
let tiesAt = new Map();

const TABLES = {
  nodes: {
    caption: "table_caption",
    rows: () => [...scene.of.values()].map(({ node }) => ({ node, key: `node ${node.id}` })),
    words: ({ node }) => spelled[node.id],
    order: (a, b) => b.node.rank - a.node.rank || a.node.id - b.node.id,
    columns: [
      { name: "name", value: ({ node }) => nameOf(node), show: ({ node }) => nodeLink(node), narrow: true, beside: true },
      { name: "kind", value: ({ node }) => word(`kind_one.${node.kind}`), beside: true },
      { name: "connections", value: ({ node }) => tiesAt.get(node.id), figure: true, narrow: true, beside: true },
      { name: "in_bodies", value: ({ node }) => bodiesOf(node).size, show: ({ node }) => (node.kind === "body" ? "–" : count(bodiesOf(node).size)), figure: true, beside: true },
      { name: "first", value: ({ node }) => node.told.first || "", show: ({ node }) => day(node.told.first) },
      { name: "last", value: ({ node }) => node.told.last || "", show: ({ node }) => day(node.told.last) },
    ],
  },
  ties: {
    caption: "table_ties_caption",
    rows: () => scene.ties.map((tie) => ({ ...directed(tie), tie, key: tieKey(tie) })),
    words: ({ tie }) => [...spelled[tie.from.node.id], ...spelled[tie.to.node.id], folded(relationsInWords(directed(tie))), folded(word(`families.${tie.family}`))],
    order: (a, b) => a.tie.from.node.id - b.tie.from.node.id || a.tie.to.node.id - b.tie.to.node.id,
    columns: [
      { name: "tie_from", value: ({ from }) => nameOf(from.node), show: ({ from }) => nodeLink(from.node), narrow: true, beside: true },
      { name: "relation", value: relationsInWords, show: (row) => tieLink(row.tie, relationsInWords(row)), narrow: true, beside: true },
      { name: "tie_to", value: ({ to }) => nameOf(to.node), show: ({ to }) => nodeLink(to.node), narrow: true, beside: true },
      { name: "in_meetings", value: ({ tie }) => tie.meetings.length, figure: true, beside: true },
      { name: "sentence", value: ({ tie }) => sentenceOf(tie)[0], show: ({ tie }) => firstSentence(tie) },
    ],
  },
};

/** Ends and facts of a tie, from the end that the facts begin with to the other one. */
function directed({ from, to, facts: own }) {
  const begins = (start, end) => own.some((id) => facts[id].from === start.node.id) && !own.some((id) => facts[id].from === end.node.id);
  return begins(to, from) ? { from: to, to: from, facts: own } : { from, to, facts: own };
}

const tieKey = ({ from, to, family, key }) => `tie ${from.node.id} ${to.node.id} ${family} ${key || ""}`;

/** The first sentence of a tie that the filters leave, in parts; empty if there is none. */
function sentenceOf(tie) {
  const own = tie.facts.map((id) => facts[id]).filter((fact) => fact.passing.length);
  const first = own.flatMap((fact) => passagesOf(fact).slice(0, 1))[0];
  return first === undefined ? ["", "", "", ""] : passageInParts(first);
}

function firstSentence(tie) {
  const [sentence, protocol, date] = sentenceOf(tie);
  if (!sentence) return make("span", { class: "small" }, word("no_evidence"));
  return make("span", { class: "sentence" }, isolated(shortened(sentence, 220)), make("span", { class: "small" }, " ", isolated(protocol), date && !protocol.includes(day(date)) ? ` · ${day(date)}` : ""));
}
