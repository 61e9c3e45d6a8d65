// All pairs in a list, with what was answered; a choice of the kind of question.
const SIGNS = { same: "=", different: "≠", unsure: "?", "follows-same": "=", "follows-different": "≠", settled: "·", open: "" };
let kind = "";
const shownPairs = () => pairs.filter((pair) => !kind || pair.question.kind === kind);

/** What tells the two of a pair from others of their names: a post, the body whose minutes name them, in the end their IRIs. */
function hints(pair) {
  const told = [pair.one, pair.other].map((iri) => {
    const { facts, bodies } = entities[iri];
    const fact = facts.find(({ label }) => label !== "title" && label !== "people");
    return [fact && fact.text, bodies.length && bodies[0][0], iri.split("/").pop()];
  });
  const [one, other] = told[0].map((text, n) => [text, told[1][n]]).find(([a, b]) => a && b && a !== b) || [pair.one, pair.other];
  return make("span", { class: "hint" }, isolated(shortened(one, 40)), " / ", isolated(shortened(other, 40)));
}

const namesOf = (pair) => [pair.one, pair.other].map((iri) => entities[iri].name);
const often = new Map();
pairs.forEach((pair) => often.set(namesOf(pair).join("\n"), (often.get(namesOf(pair).join("\n")) || 0) + 1));

function fillList(known) {
  const items = shownPairs().map((pair) => {
    const state = known[pair.index];
    const [one, other] = namesOf(pair);
    const here = pair.index === current;
    return make("li", {}, make("button", { type: "button", class: `entry is-${state}`, "aria-current": here ? "true" : null, onclick: () => goTo(pair.index) },
      make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state]),
      make("span", { class: "names" }, isolated(shortened(one, 60)), ...(one === other ? [] : [" / ", isolated(shortened(other, 60))]),
        one === other || often.get(`${one}\n${other}`) > 1 ? hints(pair) : ""),
      make("span", { class: "unseen" }, `, ${word(`state.${state}`)}`)));
  });
  byId("list").replaceChildren(...items);
  const own = byId("list").querySelector("[aria-current]");
  if (own && byId("overview").open && !narrow.matches) own.scrollIntoView({ block: "nearest" });
}

function fillKinds() {
  const found = [...new Set(pairs.map((pair) => pair.question.kind))];
  const name = (each) => (page.words[language].kinds[each] ? word(`kinds.${each}`) : each);
  const option = (value, text, n) => make("option", { value, selected: value === kind }, `${text} (${count(n)})`);
  byId("kinds").replaceChildren(option("", word("all_kinds"), pairs.length), ...found.map((each) => option(each, name(each), pairs.filter((pair) => pair.question.kind === each).length)));
  byId("kinds-label").hidden = found.length < 2;
}

byId("kinds").addEventListener("change", () => {
  kind = byId("kinds").value;
  const known = states();
  const first = shownPairs().find((pair) => known[pair.index] === "open") || shownPairs()[0];
  goTo(first.index);
});
