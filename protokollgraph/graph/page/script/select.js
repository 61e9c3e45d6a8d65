// From the state to the scene: which nodes and ties the picture, the table and the exports hold, and where they stand.
/** items: {node, x, y}; ties: {from, to (items), family, facts, meetings (numbers that pass), width, bend, quiet}; frames: see frames.js. */
let scene = { items: [], ties: [], frames: [], lanes: [], of: new Map() };

/** Views whose nodes are placed by the page itself: name to a function that gives a scene. */
const ownScenes = new Map();

function select() {
  letPass();
  const made = state.between ? connectionScene() : views.has(state.view) ? viewScene(viewNamed(state.view)) : ownScenes.get(state.view)();
  bendTies(made.ties);
  made.of = new Map();
  made.items.forEach((item) => made.of.has(item.node.id) || made.of.set(item.node.id, item));
  made.before = scene.items;
  scene = made;
}

/** For each fact the meetings that the limits of time and body leave. */
function letPass() {
  const { from, to } = state;
  // Connections are looked for in all meetings of that time.
  const body = state.between ? -1 : state.body;
  if (body < 0 && !from && !to) return facts.forEach((fact) => (fact.passing = fact.on));
  const passes = meetings.map(([, date, own]) => (body < 0 || own === body) && ((!from && !to) || (date !== "" && (!from || date >= from) && (!to || date <= to))));
  return facts.forEach((fact) => (fact.passing = fact.on.filter((meeting) => passes[meeting])));
}

/** Nodes around an organisation or programme, with it; null without one. */
function circle(id, families) {
  if (id < 0) return null;
  return new Set([id, ...nodes[id].facts.filter((fact) => families.includes(fact.family)).map((fact) => otherEnd(fact, nodes[id]).id)]);
}

/** Families whose ties belong to an organisation or programme. */
const CIRCLES = { organisation: ["affiliation", "support"], programme: ["support"] };

/** The ties of a view that the filters leave: {tie, passing (meetings), isOn}; those that are not on only show that their ends are there. */
function admitted(view) {
  const circles = Object.keys(CIRCLES).map((name) => circle(state[name], CIRCLES[name])).filter(Boolean);
  const found = [];
  for (const tie of view.ties) {
    if (!isKindShown(tie.from) || !isKindShown(tie.to)) continue;
    if (!circles.every((own) => own.has(tie.from) || own.has(tie.to))) continue;
    const passing = meetingsOf(tie);
    if (passing.length === 0) continue;
    const isOn = state.families.has(tie.family) || tie.family === "together" || tie.family === "shared";
    // Who only took part is there, even while the lines of attendance are not.
    if (isOn || tie.family === "attendance") found.push({ tie, passing, isOn });
  }
  return found;
}

const isKindShown = (id) => state.kinds.has(nodes[id].kind) && (state.routine || !nodes[id].told.routine);
const drawnOf = (found) => found.filter(({ isOn }) => isOn).map(({ tie, passing }) => ({ ...tie, meetings: passing }));

function viewScene(view) {
  const found = admitted(view);
  const ties = drawnOf(found);
  const near = state.around >= 0 ? within(ties, state.around, state.depth) : null;
  const present = near || new Set(view.ties.length ? found.flatMap(({ tie }) => [tie.from, tie.to]) : view.nodes.filter(isKindShown));
  const items = view.nodes.flatMap((id, index) => (present.has(id) ? [{ node: nodes[id], x: view.x[index], y: view.y[index] }] : []));
  const made = joined(items, ties.filter((tie) => present.has(tie.from) && present.has(tie.to)), state.frames && !near);
  if (near) placeExcerpt(made);
  return made;
}

/** Numbers of the nodes within so many steps. */
function within(ties, centre, depth) {
  const beside = adjacency(ties);
  let [edge, reached] = [[centre], new Set([centre])];
  for (let step = 0; step < depth; step++) {
    edge = edge.flatMap((id) => (beside.get(id) || []).map((tie) => (tie.from === id ? tie.to : tie.from))).filter((id) => !reached.has(id) && reached.add(id));
  }
  return reached;
}

/** Node number to the ties at it. */
function adjacency(ties) {
  const beside = new Map();
  ties.forEach((tie) => [tie.from, tie.to].forEach((end) => (beside.has(end) ? beside.get(end).push(tie) : beside.set(end, [tie]))));
  return beside;
}

/** Meetings, that pass, in which a tie was said or happened. */
function meetingsOf(tie) {
  if (tie.family === "together" && tie.facts.length > 1) return common(tie);
  if (tie.family === "shared") {
    const body = nodes[tie.from].kind === "body" ? tie.from : tie.to;
    return [...new Set(tie.facts.flatMap((id) => facts[id].passing))].filter((meeting) => meetings[meeting][2] === body);
  }
  if (tie.facts.length === 1) return facts[tie.facts[0]].passing;
  return [...new Set(tie.facts.flatMap((id) => facts[id].passing))];
}

/** Meetings at which both ends were. */
function common(tie) {
  const of = (end) => tie.facts.filter((id) => facts[id].from === end).flatMap((id) => facts[id].passing);
  const others = new Set(of(tie.to));
  return [...new Set(of(tie.from))].filter((meeting) => others.has(meeting));
}

/** Items and ties made a scene: ties get their items and width, bodies become frames or are folded. */
function joined(items, ties, framed) {
  const of = new Map(items.map((item) => [item.node.id, item]));
  const frames = framed ? framesOf(items, of) : [];
  const isFolded = new Set(frames.filter((frame) => state.folded.has(frame.item.node.id)).flatMap((frame) => frame.members.map((item) => item.node.id)));
  const standsFor = (id) => (isFolded.has(id) ? of.get(nodes[id].home) : of.get(id));
  const inFrame = new Map(frames.flatMap((frame) => frame.members.map((item) => [item.node.id, frame.item])));
  const merged = new Map();
  for (const tie of ties) {
    const [from, to] = [standsFor(tie.from), standsFor(tie.to)];
    // What stands in a frame is tied to its body by that; what is folded, to itself.
    if (from === to || inFrame.get(from.node.id) === to || inFrame.get(to.node.id) === from) continue;
    const key = from.node.id < to.node.id ? `${from.node.id} ${to.node.id} ${tie.family}` : `${to.node.id} ${from.node.id} ${tie.family}`;
    const same = merged.get(key);
    if (same) {
      same.facts = [...same.facts, ...tie.facts];
      same.meetings = [...new Set([...same.meetings, ...tie.meetings])];
      same.quiet = same.quiet && tie.quiet;
    } else merged.set(key, { ...tie, from, to });
  }
  const kept = [...merged.values()];
  kept.forEach((tie) => (tie.width = 0.9 + 0.55 * Math.log2(tie.meetings.length)));
  return { items: items.filter((item) => !isFolded.has(item.node.id)), ties: kept, frames, lanes: [] };
}

/** How far each tie bends: none if it is alone between its ends. */
function bendTies(ties) {
  const beside = new Map();
  ties.forEach((tie) => {
    const key = tie.from.node.id < tie.to.node.id ? `${tie.from.node.id} ${tie.to.node.id}` : `${tie.to.node.id} ${tie.from.node.id}`;
    beside.has(key) ? beside.get(key).push(tie) : beside.set(key, [tie]);
  });
  for (const group of beside.values()) group.forEach((tie, index) => (tie.bend = (index - (group.length - 1) / 2) * 0.16 * (tie.from.node.id < tie.to.node.id ? 1 : -1)));
}

/** Whether what was chosen is in the scene; a tie is found again by its ends and family. */
function isStillThere({ node, tie }) {
  if (node) return scene.of.has(node.id) || scene.frames.some((frame) => frame.item.node === node);
  if (!tie) return true;
  const again = scene.ties.find((other) => other.family === tie.family && other.key === tie.key && other.from.node === tie.from.node && other.to.node === tie.to.node);
  if (again) state.chosen = { tie: again };
  return Boolean(again);
}

/** Node number to the number of steps from a node. */
function stepsFrom(start, beside) {
  const steps = new Map([[start, 0]]);
  const queue = [start];
  for (const id of queue) {
    for (const tie of beside.get(id) || []) {
      const next = tie.from === id ? tie.to : tie.from;
      if (!steps.has(next)) steps.set(next, steps.get(id) + 1), queue.push(next);
    }
  }
  return steps;
}
