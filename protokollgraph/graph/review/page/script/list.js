// All pairs in a list, with what was answered; a choice of the kind of question.
const SIGNS = { same: "=", different: "≠", unsure: "?", "follows-same": "=", "follows-different": "≠", settled: "·", open: "" };
let kind = "";
const shownPairs = () => pairs.filter((pair) => !kind || pair.question.kind === kind);

/** What tells an entity from another of its name. */
const hint = (entity) => (entity.facts.find((fact) => fact.label !== "title") || { text: "" }).text || (entity.bodies[0] || [""])[0] || "–";

function fillList(known) {
  const items = shownPairs().map((pair) => {
    const state = known[pair.index];
    const [one, other] = [pair.one, pair.other].map((iri) => entities[iri]);
    const here = pair.index === current;
    return make("li", {}, make("button", { type: "button", class: `entry is-${state}`, "aria-current": here ? "true" : null, onclick: () => goTo(pair.index) },
      make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state]),
      make("span", { class: "names" }, ...(one.name === other.name
        ? [isolated(shortened(one.name, 60)), make("span", { class: "hint" }, isolated(shortened(hint(one), 40)), " / ", isolated(shortened(hint(other), 40)))]
        : [isolated(shortened(one.name, 60)), " / ", isolated(shortened(other.name, 60))])),
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
