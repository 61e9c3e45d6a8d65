// The panel: what is known of the chosen node or tie, each fact with its sentences.
const panel = byId("panel");
let cameFrom = null;

/** Choose {node} or {tie}, or nothing; moveThere brings it into view, focus moves the keyboard into the panel. */
function choose(what, { moveThere = false, focus = false } = {}) {
  if (focus && !panel.contains(document.activeElement)) cameFrom = document.activeElement;
  if (what.node && !scene.of.has(what.node.id)) uncover(what.node);
  change({ chosen: what });
  if (what.node && !byId("picture").hidden && moveThere) goTo(what.node);
  if (focus && !panel.hidden) panel.focus();
}

/** Widen the selection until a node is in it: first the limits, then the kinds, then the view. */
function uncover(node) {
  change({ around: -1, between: null, body: -1, organisation: -1, programme: -1, from: "", to: "", folded: new Set(), kinds: toggled(state.kinds, node.kind, true), routine: state.routine || Boolean(node.told.routine) });
  const view = [...views.keys()].find((name) => viewNamed(name).at.has(node.id));
  if (!scene.of.has(node.id) && view) change({ view });
  if (!scene.of.has(node.id)) change({ families: new Set(familyOrder) });
}

whenChanged((changed) => {
  if (!["chosen", "scene", "standing", "colour", "theme", "language"].some((name) => changed.has(name))) return;
  // Nobody reads while time runs.
  if (state.playing && !changed.has("chosen") && !changed.has("language")) return;
  keepFocus(fillPanel);
  if (changed.has("chosen") || changed.has("standing")) panel.scrollTop = 0;
  if (changed.has("chosen") && state.chosen.node && !byId("picture").hidden) keepInView(state.chosen.node);
});

/** What fills the panel while nothing is chosen, by its name in state.standing: functions that give {label, elements}. */
const standing = new Map();

function fillPanel() {
  const { node, tie } = state.chosen;
  const was = panel.hidden;
  panel.hidden = !(node || tie || state.standing);
  document.body.classList.toggle("with-panel", !panel.hidden);
  if (!panel.hidden) {
    byId("hint").hidden = true;
    panel.replaceChildren(...(node ? aboutNode(node) : tie ? aboutTie(tie) : aboutStanding()));
  }
  if (was !== panel.hidden) resized();
}

function aboutStanding() {
  const { label, elements } = standing.get(state.standing)();
  panel.setAttribute("aria-label", label);
  return [closeButton(), ...elements];
}

/** The way back from a node or tie to what the panel showed before. */
function backButton() {
  if (!state.standing) return null;
  const { label } = standing.get(state.standing)();
  return make("p", { class: "back" }, make("button", { type: "button", class: "link", id: "panel-back", onclick: closePanel }, `‹ ${word("back_to", { name: label })}`));
}

/** Close what is on top: first the node or tie, then what stood below it. */
function closePanel() {
  const { node, tie } = state.chosen;
  change(node || tie ? { chosen: {} } : { standing: "" });
  if (!panel.hidden) panel.focus();
  else if (cameFrom && cameFrom.isConnected) cameFrom.focus();
  else canvas.focus();
}

const closeButton = () =>
  make("button", { type: "button", class: "close", "aria-label": word("close"), title: word("close"), onclick: closePanel }, "×");

/** Facts of a node that the filters leave; of attendance only while it is shown, or if there is nothing else. */
function factsOf(node) {
  const own = node.facts.filter((fact) => fact.passing.length && state.kinds.has(otherEnd(fact, node).kind));
  const chosen = own.filter((fact) => state.families.has(fact.family));
  return chosen.length ? chosen : own;
}

/** Sections that other parts of the page add to the panel of a node: functions of the node that give elements. */
const sections = [];

function aboutNode(node) {
  const told = node.told;
  const own = factsOf(node);
  panel.setAttribute("aria-label", nameOf(node));
  return [
    closeButton(),
    backButton(),
    make("p", { class: "tip-kind" }, mark(node.kind), word(`kind_one.${node.kind}`)),
    make("h2", {}, told.title ? make("span", { class: "title" }, isolated(told.title), " ") : "", isolated(nameOf(node))),
    node.aliases.length ? make("p", { class: "small" }, `${word("also")}: `, ...commas(node.aliases)) : null,
    node.kind === "decision" ? aboutDecision(told) : null,
    told.first ? make("p", { class: "small" }, `${word("since")} ${span(told.first, told.last)}`) : null,
    linksOf(node),
    make("p", { class: "actions" }, make("button", { type: "button", onclick: () => (change({ layout: state.layout === "table" ? "picture" : state.layout }), goTo(node)) }, word("centre"))),
    ...sections.flatMap((section) => section(node)),
    ...(own.length ? grouped(node, own) : [make("p", {}, word("nothing_tied"))]),
    make("p", { class: "identifier small" }, `${word("identifier")}: `, make("code", {}, isolated(told.iri || ""))),
  ].filter(Boolean);
}

/** Links to the page of the node and to the same thing in other records, where there are any. */
function linksOf(node) {
  const links = [...(node.page ? [[node.page, word("own_page")]] : []), ...(node.told.same_as || []).map((address) => [address, `${word("same_as")}: ${address}`])];
  if (links.length === 0) return null;
  return make("p", { class: "links" }, ...links.map(([address, name]) => make("a", { href: address, rel: "noopener noreferrer" }, isolated(name))));
}

function aboutDecision(told) {
  const manner = [told.outcome, told.method].filter(Boolean).map(term).join(", ");
  const zero = (figure) => figure || "–";
  const votes = told.favor || told.against || told.abstention
    ? word("votes", { favor: zero(told.favor), against: zero(told.against), abstention: zero(told.abstention) }) : "";
  return make("div", { class: "decision" },
    told.words ? make("blockquote", {}, isolated(told.words)) : "",
    make("p", {}, [manner, votes].filter(Boolean).join(" · ")));
}

/** The facts about a node, by relation and direction. */
function grouped(node, own) {
  const groups = new Map();
  for (const fact of own) {
    const key = `${familyOrder.indexOf(fact.family)} ${fact.relation} ${fact.from === node.id ? 0 : 1}`;
    groups.has(key) ? groups.get(key).push(fact) : groups.set(key, [fact]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => {
    const [, relation, direction] = key.split(" ");
    group.sort((a, b) => b.passing.length - a.passing.length || b.on.at(-1) - a.on.at(-1));
    const heading = make("h3", {}, lineMark(group[0].family), relationWord(relation, Number(direction)), make("span", { class: "number" }, count(group.length)));
    return make("section", { class: "group" }, heading, make("ul", {}, ...firstOf(group, (fact) => factItem(fact, otherEnd(fact, node)))));
  });
}

const FIRST = 40;
/** The first of a long list, and a button for the others. */
function firstOf(group, item) {
  if (group.length <= FIRST + 5) return group.map(item);
  const others = (event) => event.target.parentElement.replaceWith(...group.slice(FIRST).map(item));
  return [...group.slice(0, FIRST).map(item), make("li", { class: "fact" }, make("button", { type: "button", class: "plain", onclick: others }, word("show_more", { n: count(group.length - FIRST) })))];
}

const relationWord = (relation, direction) => (page.words[language].relations[relation] || [relation, relation])[direction];

/** One fact: the other end, how often and when, and the sentences behind it. */
function factItem(fact, other) {
  const often = fact.passing.length > 1 ? counted("meeting", "meetings", fact.passing.length) : "";
  const [first, ...others] = passagesOf(fact);
  return make("li", { class: "fact" },
    make("button", { type: "button", class: "link", onclick: () => choose({ node: other }, { moveThere: true, focus: true }) },
      mark(other.kind), make("span", {}, isolated(nameOf(other)))),
    make("p", { class: "small" }, [often, often || first === undefined ? spanOf(fact.passing) : ""].filter(Boolean).join(" · ")),
    fact.details.length ? make("p", { class: "details" }, ...commas(fact.details)) : "",
    first === undefined ? make("p", { class: "small" }, word("no_evidence")) : quoted(first),
    others.length ? furtherPassages(fact, others) : "");
}

/** The passages of a fact; while only some meetings count, those of other days are left out if others remain. */
function passagesOf(fact) {
  return fact.passing.length === fact.on.length ? fact.passages : passagesFrom(fact, fact.passing);
}

function furtherPassages(fact, others) {
  const further = make("details", {}, make("summary", {}, counted("more_one", "more", others.length)), ...others.map((passage) => quoted(passage)));
  if (fact.more > 0) further.append(make("p", { class: "small" }, word("not_shown", { n: count(fact.more) })));
  return further;
}

/** A sentence with its protocol, day and page. */
function quoted(index, longest = 10000) {
  const [sentence, protocol, stated, leaf] = page.passages[index];
  const [title, date] = page.protocols[protocol];
  return make("figure", { class: "passage" },
    make("blockquote", {}, isolated(shortened(sentence, longest))),
    make("figcaption", {}, isolated(title), date ? ` · ${day(date)}` : "",
      leaf ? ` · ${word("leaf", { n: leaf })}` : "",
      stated ? "" : make("span", { class: "inferred", title: word("inferred_hint") }, word("inferred"))));
}

function aboutTie(tie) {
  panel.setAttribute("aria-label", word(`families.${tie.family}`));
  if (tie.key) return aboutOnPath(tie);
  return [
    closeButton(),
    backButton(),
    make("p", { class: "tip-kind" }, lineMark(tie.family), word(`families.${tie.family}`)),
    make("h2", { class: "tie" }, endLink(tie.from.node), " – ", endLink(tie.to.node)),
    make("p", { class: "small" }, [counted("meeting", "meetings", tie.meetings.length), spanOf(tie.meetings)].filter(Boolean).join(" · ")),
    tie.family === "together" ? make("p", {}, word("together_hint")) : null,
    ...firstOf(tie.facts, (id) => aboutFact(facts[id])),
  ].filter(Boolean);
}

/** A fact as a sentence of its own: both ends and what ties them. */
function aboutFact(fact) {
  return make("section", { class: "group" },
    make("h3", { class: "tie" }, make("span", {}, endLink(nodes[fact.from]), make("span", { class: "verb" }, ` ${relationWord(fact.relation, 0)} `), endLink(nodes[fact.to]))),
    make("p", { class: "small" }, [counted("meeting", "meetings", fact.passing.length), spanOf(fact.passing)].filter(Boolean).join(" · ")),
    fact.details.length ? make("p", { class: "details" }, ...commas(fact.details)) : "",
    ...passagesOf(fact).map((passage) => quoted(passage)),
    fact.more > 0 ? make("p", { class: "small" }, word("not_shown", { n: count(fact.more) })) : "");
}

const endLink = (node) =>
  make("button", { type: "button", class: "link", onclick: () => choose({ node }, { moveThere: true, focus: true }) }, mark(node.kind), isolated(nameOf(node)));
const commas = (texts) => texts.flatMap((text, index) => (index ? [", ", isolated(text)] : [isolated(text)]));

/** From the first to the last day of some meetings. */
function spanOf(some) {
  const days = some.map((meeting) => meetings[meeting][1]).filter(Boolean).sort();
  return days.length ? span(days[0], days.at(-1)) : "";
}

function span(first, last) {
  if (!first || first === last) return day(first);
  return `${day(first)} – ${day(last)}`;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden && document.activeElement !== searchBox) closePanel();
});
