// What befell a project, meeting by meeting: its stations, in the order of days, each in the lane of a body.
/** Relations that describe the project rather than something that happened to it. */
const ON_CARD = ["sponsor", "lead", "funds"];
const IN_ROWS = { presents: "presents", discusses: "discusses", task: "task", concerns: "decision" };
const IS_TAKING = new Set(["decides", "recommends"]);
const ORDER_OF_ROWS = ["decision", "presents", "discusses", "task"];

/** Projects and papers that have a path: number to the number of days on which something was said of them. */
const pathLengths = new Map(
  nodes.filter((node) => node.kind === "project" || node.kind === "paper").map((node) => {
    const days = new Set(node.facts.flatMap((fact) => fact.on.map((meeting) => `${meetings[meeting][1]} ${laneOf(fact, meeting)}`)));
    return [node.id, days.size];
  }).filter(([, length]) => length > 0));

/** Number of the body (or whoever decided) in whose lane something is told; -1 if nobody is named. */
function laneOf(fact, meeting) {
  const met = meetings[meeting][2];
  if (met >= 0 || fact.relation !== "concerns") return met;
  const decider = nodes[fact.from].facts.find((other) => other.to === fact.from && IS_TAKING.has(other.relation));
  return decider ? decider.from : -1;
}

/** The project whose path is shown: the one that was chosen, or else the one with most stations. */
function projectOfPath() {
  if (pathLengths.has(state.project)) return nodes[state.project];
  const ofProjects = [...pathLengths.keys()].sort((a, b) => (nodes[b].kind === "project") - (nodes[a].kind === "project") || pathLengths.get(b) - pathLengths.get(a) || nodes[b].facts.length - nodes[a].facts.length || a - b);
  return nodes[ofProjects[0]];
}

/** Facts of the project that the filters leave; what funds or carries it may be hidden by kind. */
const factsOnPath = (project) =>
  project.facts.filter((fact) => fact.passing.length && state.families.has(fact.family) && state.kinds.has(otherEnd(fact, project).kind));

/** Stations {day, lane, meetings, reported, rows, facts, title}, sorted by day; reported = no protocol of that meeting tells it. */
function stationsOf(project) {
  const found = new Map();
  for (const fact of factsOnPath(project)) {
    for (const meeting of fact.passing) {
      const [title, date] = meetings[meeting];
      const lane = laneOf(fact, meeting);
      const key = `${date || `~${title}`} ${lane}`;
      if (!found.has(key)) found.set(key, { day: date, lane, meetings: new Set(), facts: new Set(), rows: new Map(), title: "" });
      const station = found.get(key);
      station.meetings.add(meeting);
      station.facts.add(fact.id);
      station.title = station.title || title;
      if (IN_ROWS[fact.relation]) addToRow(station, fact, meeting, project);
    }
  }
  const stations = [...found.values()].sort((a, b) => (a.day || "~").localeCompare(b.day || "~") || Math.min(...a.meetings) - Math.min(...b.meetings));
  stations.forEach(finish);
  return stations;
}

/** A row says what one actor did, or what was decided: {what, node, facts, meetings, reported}. */
function addToRow(station, fact, meeting, project) {
  const node = otherEnd(fact, project);
  const what = IN_ROWS[fact.relation];
  const key = `${what} ${node.id}`;
  if (!station.rows.has(key)) station.rows.set(key, { what, node, facts: new Set(), meetings: new Set(), reported: true, told: 1 });
  const row = station.rows.get(key);
  row.facts.add(fact.id);
  if (what === "decision") node.facts.filter((other) => other.relation !== "concerns" && other.passing.length).forEach((other) => row.facts.add(other.id));
  row.meetings.add(meeting);
  row.reported = row.reported && !meetings[meeting][0];
}

function finish(station) {
  station.reported = [...station.meetings].every((meeting) => !meetings[meeting][0]);
  const rows = [...station.rows.values()].sort((a, b) => ORDER_OF_ROWS.indexOf(a.what) - ORDER_OF_ROWS.indexOf(b.what) || a.reported - b.reported || b.node.rank - a.node.rank || a.node.id - b.node.id);
  station.rows = rows.filter((row) => !joinsAnother(row, rows));
}

/** Other protocols tell of decisions of this day as well: what they report joins the decision that it is about. */
function joinsAnother(row, rows) {
  if (row.what === "discusses" && rows.some((other) => other.what === "presents" && other.node === row.node)) return true;
  if (row.what !== "decision" || !row.reported) return false;
  const { decision, outcome } = row.node.told;
  const first = rows.find((other) => other.what === "decision" && other.node.told.decision === decision && other.node.told.outcome === outcome);
  if (first === row) return false;
  row.facts.forEach((fact) => first.facts.add(fact));
  row.meetings.forEach((meeting) => first.meetings.add(meeting));
  first.told += 1;
  return true;
}

/** What stands on the card of a project: [relation, nodes with their facts]. */
const cardOf = (project) =>
  ON_CARD.map((relation) => [relation, factsOnPath(project).filter((fact) => fact.relation === relation && fact.to === project.id).sort((a, b) => b.passing.length - a.passing.length || a.from - b.from)])
    .filter(([, own]) => own.length);

/** The outcome that all decisions of a station have; "" without a decision, "several" where they differ. */
function outcomeOf(station) {
  const outcomes = new Set(station.rows.filter((row) => row.what === "decision").map((row) => row.node.told.outcome || "Open"));
  return outcomes.size > 1 ? "several" : [...outcomes][0] || "";
}

/** Whom a person speaks for, or has a post with, best as said in these meetings. */
function organisationOf(person, on) {
  const own = person.facts.filter((fact) => fact.from === person.id && fact.family === "affiliation" && fact.to !== person.id);
  const score = (fact) => (fact.on.some((meeting) => on.has(meeting)) ? 2 : 0) + (fact.relation === "speaks_for" ? 1 : 0);
  const [best] = own.sort((a, b) => score(b) - score(a) || b.on.length - a.on.length || a.to - b.to);
  return best ? nodes[best.to] : null;
}

/** The name of a meeting without its body and day, which stand elsewhere: "19. Sitzung". */
function shortTitle({ title, day: date, lane }) {
  if (!title) return word("path.reported");
  const without = lane >= 0 && title.startsWith(nodes[lane].label) ? title.slice(nodes[lane].label.length) : title;
  const [year, month, own] = date.split("-");
  return without.replace(`${own}.${month}.${year}`, "").replace(/^[\s,]+|[\s,]+$/g, "");
}
