// The panel: what is known of the chosen node or tie, each fact with its sentences.
const panel = byId("panel");
let cameFrom = null;

/** Choose {node} or {edge}, or nothing. */
function choose(what, { moveThere = false, focus = false } = {}) {
  if (focus) cameFrom = document.activeElement;
  chosen = what;
  panel.hidden = !(what.node || what.edge);
  document.body.classList.toggle("with-panel", !panel.hidden);
  byId("hint").hidden = true;
  if (!panel.hidden) {
    panel.replaceChildren(...(what.node ? aboutNode(what.node) : aboutEdge(what.edge)));
    panel.scrollTop = 0;
  }
  resized();
  if (what.node && !byId("picture").hidden) moveThere ? goTo(what.node) : keepInView(what.node);
  if (focus && !panel.hidden) panel.focus();
}

function closePanel() {
  choose({});
  if (cameFrom && cameFrom.isConnected) cameFrom.focus();
  else canvas.focus();
}

const closeButton = () =>
  make("button", { type: "button", class: "close", "aria-label": word("close"), title: word("close"), onclick: closePanel }, "×");

function aboutNode(node) {
  const told = node.told;
  const ties = node.facts.filter(isTieShown);
  const near = shown.near !== null;
  panel.setAttribute("aria-label", nameOf(node));
  return [
    closeButton(),
    make("p", { class: "tip-kind" }, mark(node.kind), word(`kind_one.${node.kind}`)),
    make("h2", {}, told.title ? make("span", { class: "title" }, isolated(told.title), " ") : "", isolated(nameOf(node))),
    node.aliases.length ? make("p", { class: "small" }, `${word("also")}: `, ...commas(node.aliases)) : null,
    node.kind === "decision" ? aboutDecision(told) : null,
    told.first ? make("p", { class: "small" }, `${word("since")} ${span(told.first, told.last)}`) : null,
    make("p", { class: "actions" },
      make("button", { type: "button", onclick: () => (showPicture(true), goTo(node)) }, word("centre")),
      make("button", { type: "button", onclick: () => nearOnly(near ? null : node) }, word(near ? "everything" : "neighbourhood"))),
    ...(ties.length ? grouped(node, ties) : [make("p", {}, word("nothing_tied"))]),
    make("p", { class: "identifier small" }, `${word("identifier")}: `, make("code", {}, isolated(told.iri || ""))),
  ].filter(Boolean);
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
function grouped(node, ties) {
  const groups = new Map();
  for (const fact of ties) {
    const key = `${Object.keys(style.families).indexOf(fact.family)} ${fact.relation} ${fact.from === node.id ? 0 : 1}`;
    groups.has(key) ? groups.get(key).push(fact) : groups.set(key, [fact]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => {
    const [, relation, direction] = key.split(" ");
    group.sort((a, b) => b.meetings - a.meetings || (b.last > a.last ? 1 : -1));
    const heading = make("h3", {}, lineMark(group[0].family), relationWord(relation, Number(direction)), make("span", { class: "number" }, count(group.length)));
    return make("section", { class: "group" }, heading, make("ul", {}, ...group.map((fact) => factItem(fact, otherEnd(fact, node)))));
  });
}

const relationWord = (relation, direction) => (page.words[language].relations[relation] || [relation, relation])[direction];

/** One fact: the other end, how often and when, and the sentences behind it. */
function factItem(fact, other) {
  const when = span(fact.first, fact.last);
  const often = fact.meetings > 1 ? counted("meeting", "meetings", fact.meetings) : "";
  const [first, ...others] = fact.passages;
  return make("li", { class: "fact" },
    make("button", { type: "button", class: "link", onclick: () => choose({ node: other }, { moveThere: true, focus: true }) },
      mark(other.kind), make("span", {}, isolated(nameOf(other)))),
    make("p", { class: "small" }, [often, fact.meetings > 1 || first === undefined ? when : ""].filter(Boolean).join(" · ")),
    fact.details.length ? make("p", { class: "details" }, ...commas(fact.details)) : "",
    first === undefined ? make("p", { class: "small" }, word("no_evidence")) : quoted(first),
    others.length ? furtherPassages(fact, others) : "");
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

function aboutEdge(edge) {
  panel.setAttribute("aria-label", word(`families.${edge.family}`));
  return [
    closeButton(),
    make("p", { class: "tip-kind" }, lineMark(edge.family), word(`families.${edge.family}`)),
    ...edge.facts.map((index) => facts[index]).map((fact) => make("section", { class: "group" },
      make("h2", { class: "tie" }, endLink(nodes[fact.from]), make("span", { class: "verb" }, ` ${relationWord(fact.relation, 0)} `), endLink(nodes[fact.to])),
      make("p", { class: "small" }, [counted("meeting", "meetings", fact.meetings), span(fact.first, fact.last)].filter(Boolean).join(" · ")),
      fact.details.length ? make("p", { class: "details" }, ...commas(fact.details)) : "",
      ...fact.passages.map((passage) => quoted(passage)),
      fact.more > 0 ? make("p", { class: "small" }, word("not_shown", { n: count(fact.more) })) : "")),
  ];
}

const endLink = (node) =>
  make("button", { type: "button", class: "link", onclick: () => choose({ node }, { moveThere: true, focus: true }) }, mark(node.kind), isolated(nameOf(node)));
const commas = (texts) => texts.flatMap((text, index) => (index ? [", ", isolated(text)] : [isolated(text)]));

function span(first, last) {
  if (!first || first === last) return day(first);
  return `${day(first)} – ${day(last)}`;
}

/** Only a node and what is tied to it; null for everything. */
function nearOnly(node) {
  shown.near = node ? new Set([node.id, ...node.edges.filter(isTieShown).map((tie) => otherEnd(tie, node).id)]) : null;
  filtered();
  fit(undefined, gently);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden && document.activeElement !== searchBox) closePanel();
});
