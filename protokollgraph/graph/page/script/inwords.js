// What is shown, in words: for exports, for print, and for those who do not see the picture.
const viewInWords = () => {
  const name = word(`view_names.${state.view}`);
  return scene.drawing ? `${name}: ${nodeInWords(scene.drawing.project.id)}` : name;
};
const nodeInWords = (id) => isolatedText(shortened(nameOf(nodes[id]), 80));

/** First and last day of what is shown: the limits of time, else those of the protocols. */
const periodShown = () => [state.from || page.about.first || "", state.to || page.about.last || ""];

const periodInWords = () => (periodShown().some(Boolean) ? timeInWords(...periodShown()) : "");

/** Every filter that is set, as the chips above the picture say it, and what else is not as at first sight; one text each. */
function limitsInWords() {
  const here = views.has(state.view) ? viewNamed(state.view) : { kinds, families: familyOrder };
  const added = here.families.filter((family) => !AT_FIRST.families.has(family) && state.families.has(family));
  const plain = (part) => (part instanceof Node ? isolatedText(part.textContent) : part);
  const { around, between, depth } = state;
  return [
    between && word("limit_between", { one: nodeInWords(between[0]), other: nodeInWords(between[1]) }),
    around >= 0 && `${word("reach_of")} ${nodeInWords(around)} (${counted("step", "steps_n", depth)})`,
    ...activeFilters().filter(({ id }) => id !== "time").map(({ text }) => text.map(plain).join("")),
    added.length > 0 && word("limit_with", { names: added.map((family) => word(`families.${family}`)).join(", ") }),
    state.routine && here.kinds.includes("decision") && word("routine"),
    state.folded.size > 0 && word("limit_folded", { names: [...state.folded].map(nodeInWords).join(", ") }),
  ].filter(Boolean);
}

const amountInWords = () =>
  word("amount", { nodes: counted("node_one", "nodes_n", scene.of.size), ties: counted("connection", "connections_n", scene.ties.length) });
const sourceInWords = () => counted("source_one", "source", page.about.protocols);

/** Relations of a tie as it is drawn, from its first end to its second, in words. */
const relationsInWords = ({ from, to, facts: own }) =>
  [...new Set(own.map((id) => relationWord(facts[id].relation, facts[id].from === to.node.id || facts[id].to === from.node.id ? 1 : 0)))].join(", ");

/** The picture as a text: how much of what it shows, and what has most ties. */
function pictureInWords() {
  const numbers = kinds.map((kind) => [kind, scene.items.filter(({ node }) => node.kind === kind).length]).filter(([, number]) => number);
  const shown = numbers.map(([kind, number]) => `${count(number)} ${word(number === 1 ? `kind_one.${kind}` : `kinds.${kind}`)}`).join(", ");
  const most = [...tiesByNode()].filter(([, ties]) => ties).sort(([a, some], [b, more]) => more - some || nodes[b].rank - nodes[a].rank || a - b).slice(0, 5);
  const names = most.map(([id, ties]) => `${nodeInWords(id)} (${count(ties)})`).join(", ");
  return [`${viewInWords()}: ${amountInWords()}.`, shown && word("picture_shows", { what: shown }), names && word("picture_most", { names })].filter(Boolean).join(" ");
}
