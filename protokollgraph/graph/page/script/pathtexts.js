// The path of a project in words: which one is shown, the panel of a station, the stations as a table.
/** What happened in a row, as one phrase. */
function phrase(row) {
  if (row.what === "decision") {
    const { decision, outcome, method } = row.node.told;
    const manner = [outcome, method].filter(Boolean).map(term).join(", ");
    return `${term(decision || "Decision")}${manner ? ` (${manner})` : ""}`;
  }
  return row.what === "task" ? `${word("families.task")}: ${row.node.label}` : `${row.node.label} ${word(`path.${row.what}`)}`;
}

function phrases(station) {
  if (station.rows.length) return station.rows.map(phrase);
  return [word([...station.facts].some((fact) => facts[fact].relation === "treated") ? "path.treated" : "path.mentioned")];
}

/** The passages of a fact that come from some of its meetings; all if the page keeps none of them. */
function passagesFrom(fact, some) {
  const of = (passage) => page.protocols[page.passages[passage][1]][2];
  const from = fact.passages.filter((passage) => some.includes(of(passage)));
  const others = fact.on.filter((meeting) => !some.includes(meeting));
  const rest = from.length ? from : fact.passages.filter((passage) => !others.includes(of(passage)));
  return rest.length ? rest : fact.passages;
}

/** The sentence that tells most of a station. */
function bestPassage(station) {
  const on = [...station.meetings];
  const own = [...station.rows.flatMap((row) => [...row.facts]), ...station.facts].map((fact) => facts[fact]);
  const fact = own.find((each) => each.passages.length);
  return fact ? passagesFrom(fact, on)[0] : undefined;
}

/** The panel of a station or of one of its rows: the facts of that meeting, each with its sentences. */
function aboutOnPath(tie) {
  const { station } = tie;
  const own = tie.facts.map((id) => facts[id]).filter((fact) => !station || fact.from === station.project.id || fact.to === station.project.id);
  const [meeting] = tie.meetings.filter((each) => meetings[each][0]);
  const heading = station ? [make("h2", {}, isolated(meeting === undefined ? `${day(station.day)}: ${laneName(station.lane)}` : meetings[meeting][0]))] : [make("h2", { class: "tie" }, endLink(tie.from.node), " – ", endLink(tie.to.node))];
  const lane = station && station.lane >= 0 ? endLink(nodes[station.lane]) : null;
  return [
    closeButton(),
    make("p", { class: "tip-kind" }, mark(tie.to.node.kind), isolated(word("path.caption", { name: shortened(tie.to.node.label, 90) }))),
    ...heading,
    make("p", { class: "small" }, [spanOf(tie.meetings), meeting === undefined ? word("path.reported") : ""].filter(Boolean).join(" · ")),
    lane && make("p", {}, lane),
    ...own.sort((a, b) => tellsMore(a) - tellsMore(b) || a.id - b.id).map((fact) => aboutFactOf(fact, tie)),
  ].filter(Boolean);
}

const FIRST_TOLD = ["concerns", "presents", "discusses", "task", "treated"];
const tellsMore = ({ relation }) => (FIRST_TOLD.includes(relation) ? FIRST_TOLD.indexOf(relation) : FIRST_TOLD.length);

/** A fact at a station: what it says of the project, or both its ends. */
function aboutFactOf(fact, { to, meetings: on }) {
  const project = to.node;
  const other = otherEnd(fact, project);
  const ends = fact.to === project.id ? [make("span", { class: "verb" }, `${relationWord(fact.relation, 1)} `), endLink(other)]
    : [endLink(nodes[fact.from]), make("span", { class: "verb" }, ` ${relationWord(fact.relation, 0)} `), endLink(nodes[fact.to])];
  return make("section", { class: "group" },
    make("h3", { class: "tie" }, make("span", {}, ...ends)),
    fact.relation === "concerns" ? aboutDecision({ ...other.told, words: "" }) : "",
    fact.details.length ? make("p", { class: "details" }, ...commas(fact.details)) : "",
    ...passagesFrom(fact, on).map((passage) => quoted(passage)));
}

function stationTip({ station }) {
  const passage = bestPassage(station);
  return [
    make("p", { class: "tip-kind" }, isolated([day(station.day), laneName(station.lane)].filter(Boolean).join(" · "))),
    ...phrases(station).slice(0, 6).map((text) => make("p", {}, isolated(shortened(text, 90)))),
    passage === undefined ? null : quoted(passage, 180),
  ].filter(Boolean);
}

/** From the panel of a project to its path. */
sections.push((node) => {
  if (!pathLengths.has(node.id) || (state.view === "path" && projectOfPath() === node)) return [];
  const open = () => change({ view: "path", project: node.id, chosen: {} });
  return [make("p", { class: "actions" }, make("button", { type: "button", id: "open-path", onclick: open }, word("path.open"), make("span", { class: "number" }, ` ${count(pathLengths.get(node.id))}`)))];
});

/** Whose path is shown: a choice among all that have one. */
const pathChoice = byId("path-choice");
const pathField = combobox({
  id: "path-project",
  label: () => word("path.project"),
  every: () => "",
  options: () => [...pathLengths].map(([id, length]) => ({ id, name: nodes[id].label, names: [nodes[id].label, ...nodes[id].aliases].map(folded), detail: counted("path.station", "path.stations", length) }))
    .sort((a, b) => a.name.localeCompare(b.name, language, { numeric: true })),
  chosen: () => (state.view === "path" ? { id: projectOfPath().id, name: projectOfPath().label } : null),
  take: (id) => (change({ project: id, chosen: {} }), fit()),
});
pathChoice.append(pathField.element);

function fillPathChoice() {
  pathChoice.hidden = state.view !== "path";
  byId("view-hint").hidden = !pathChoice.hidden;
  pathField.refresh();
}

/** The stations as a table: each what happened at one meeting, with the sentence that tells most of it. */
TABLES.stations = {
  caption: () => word("path.caption", { name: scene.drawing.project.label }),
  rows: () => scene.drawing.stations.map((station) => ({ station, tie: station.choice.tie, key: tieKey(station.choice.tie) })),
  words: ({ station }) => [day(station.day), laneName(station.lane), shortTitle(station), phrases(station).join(" ")].map(folded),
  order: (a, b) => a.station.index - b.station.index,
  columns: [
    { name: "path_day", value: ({ station }) => station.index, show: ({ station }) => stationLink(station), narrow: true, beside: true },
    { name: "path_body", value: ({ station }) => laneName(station.lane), show: ({ station }) => make("span", {}, isolated(laneName(station.lane)), make("span", { class: "small meeting" }, isolated(shortTitle(station)))), beside: true },
    { name: "path_what", value: ({ station }) => phrases(station).join(" "), show: ({ station }) => make("ul", { class: "plain-list" }, ...phrases(station).map((text) => make("li", {}, isolated(text)))), narrow: true, beside: true },
    { name: "sentence", value: ({ station }) => station.index, show: ({ station }) => stationSentence(station) },
  ],
};

const stationLink = (station) => make("button", { type: "button", class: "link", onclick: () => choose(station.choice, { focus: true }) }, day(station.day) || word("path.undated"));

function stationSentence(station) {
  const passage = bestPassage(station);
  return passage === undefined ? make("span", { class: "small" }, word("no_evidence")) : make("div", { class: "sentence" }, quoted(passage, 300));
}

/** The panel took some of the room: what is chosen must not lie under it, nor under the names of the lanes. */
function keepChoiceInView({ boxes, upright }) {
  const box = boxes.find((each) => isSameChoice(each.what, state.chosen));
  if (!box || byId("picture").hidden) return;
  const [from, to] = [toScreen(box), toScreen({ x: box.x + box.width, y: box.y + box.height })];
  const [covered, low] = [upright ? 0 : 150, high - (narrow.matches ? panel.offsetHeight : 0)];
  const aside = from.x < covered ? from.x - covered - 20 : to.x > wide ? Math.min(to.x - wide + 20, from.x - covered) : 0;
  const down = from.y < 0 || to.y > low ? from.y - 40 : 0;
  if (aside || down) moveCamera({ x: camera.x + aside / camera.scale, y: camera.y + down / camera.scale });
}

whenChanged((changed) => {
  if (changed.has("chosen") && scene.drawing && (state.chosen.tie || state.chosen.node)) keepChoiceInView(scene.drawing);
  if (changed.has("view") || changed.has("project") || changed.has("language")) fillPathChoice();
  if (changed.has("view") || changed.has("language")) byId("hint").textContent = state.view !== "path" ? word("hint") : tall.matches ? "" : word("path.hint");
});
