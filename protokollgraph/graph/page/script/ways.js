// The shortest connections of two nodes, as `network --between` finds them: over what protocols state, or over being at the same meetings too.
const statedFamilies = new Set(page.stated);
/** Of very many equally short connections only the first are compared with each other, those over strong ties. */
const MOST_COMPARED = 5000;

/**
 * {number (of shortest connections), ways (arrays of node numbers, the strongest first), steps (node number to steps from the end),
 * on (numbers of all nodes on them), ties (of all of them), between (a, b) => the ties of two neighbours}.
 */
function waysBetween(start, end, weaker) {
  const web = webOf([start, end], weaker);
  const { steps, numbers } = stepsTowards(start, end, web);
  if (!steps.has(start)) return { number: 0, ways: [], on: new Set([start, end]), ties: [], steps, between: web.between };
  const nearer = (id) => web.beside(id).filter((other) => steps.get(other) === steps.get(id) - 1);
  const on = new Set([start]);
  const ties = [];
  for (const id of on) nearer(id).forEach((other) => (on.add(other), ties.push(...web.between(id, other))));
  const strength = (a, b) => held(web.between(a, b)).length;
  const ordered = new Map([...on].map((id) => [id, nearer(id).sort((a, b) => strength(id, b) - strength(id, a) || a - b)]));
  const compared = walked(start, end, ordered).map((way) => [weightOf(way, web), way]);
  compared.sort(([a, one], [b, other]) => b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? 1 : a[2] > b[2] ? -1 : 0) || compareWays(one, other));
  return { number: numbers.get(start), ways: compared.map(([, way]) => way), on, ties, steps, between: web.between };
}

const compareWays = (one, other) => one.reduce((found, id, index) => found || id - other[index], 0);

/** Meetings of the weakest step, of all steps, and the day until which all of them are told. */
function weightOf(way, web) {
  const all = way.slice(1).map((id, index) => held(web.between(way[index], id)));
  const newest = all.map((own) => own.reduce((last, meeting) => (meetings[meeting][1] > last ? meetings[meeting][1] : last), ""));
  const numbers = all.map((own) => own.length);
  return [Math.min(...numbers), numbers.reduce((sum, number) => sum + number, 0), newest.sort()[0]];
}

/** The meetings of some ties, each once; what another protocol tells of the day of a known meeting is no second one. */
function held(ties) {
  const all = [...new Set(ties.flatMap((tie) => tie.meetings))];
  const days = new Set(all.filter((meeting) => meetings[meeting][0]).map((meeting) => meetings[meeting][1]));
  return all.filter((meeting) => meetings[meeting][0] || !days.has(meetings[meeting][1]));
}

/** Steps to the end of all that are not farther from it than the start, and in how many ways. */
function stepsTowards(start, end, web) {
  const [steps, numbers] = [new Map([[end, 0]]), new Map([[end, 1]])];
  for (let front = [end]; front.length && !steps.has(start); ) {
    const reached = new Map();
    for (const id of front) for (const other of web.beside(id)) if (!steps.has(other)) reached.set(other, (reached.get(other) || 0) + numbers.get(id));
    const step = steps.get(front[0]) + 1;
    reached.forEach((number, id) => (steps.set(id, step), numbers.set(id, number)));
    front = [...reached.keys()];
  }
  return { steps, numbers };
}

function walked(start, end, nearer) {
  const [found, waiting] = [[], [[start]]];
  while (waiting.length && found.length < MOST_COMPARED) {
    const way = waiting.pop();
    if (way.at(-1) === end) found.push(way);
    else waiting.push(...[...nearer.get(way.at(-1))].reverse().map((id) => [...way, id]));
  }
  return found;
}

/** What can be a step: {beside(id) => node numbers, between(a, b) => ties}. A decision is no step but what ties who took it to what it is about. */
function webOf(ends, weaker) {
  const near = new Map();
  const join = (a, b, family, own, on) => {
    if (!near.has(a)) near.set(a, new Map());
    if (!near.has(b)) near.set(b, new Map());
    const both = near.get(a).get(b) || new Map();
    near.get(a).set(b, both);
    near.get(b).set(a, both);
    if (!both.has(family)) both.set(family, { facts: new Set(), on: new Set() });
    own.forEach((fact) => both.get(family).facts.add(fact));
    on.forEach((meeting) => both.get(family).on.add(meeting));
  };
  const isWay = (id) => nodes[id].kind === "decision" && !ends.includes(id);
  const counts = (fact) => fact.passing.length > 0 && (statedFamilies.has(fact.family) || (weaker && fact.family === "attendance"));
  for (const fact of facts.filter(counts)) {
    if (isWay(fact.from)) continue;
    if (!isWay(fact.to)) join(fact.from, fact.to, fact.family, [fact.id], fact.passing);
    else nodes[fact.to].facts.filter((other) => other.from === fact.to && other.to !== fact.from && counts(other)).forEach((other) => join(fact.from, other.to, "decision", [fact.id, other.id], fact.passing));
  }
  const together = weaker ? sittings() : null;
  return {
    beside: (id) => [...new Set([...(near.get(id) || new Map()).keys(), ...(together ? together.beside(id) : [])])],
    between: (a, b) => [
      ...[...((near.get(a) || new Map()).get(b) || [])].map(([family, { facts: own, on }]) => ({ from: a, to: b, family, facts: [...own].sort((one, other) => one - other), meetings: [...on] })),
      ...(together ? together.between(a, b) : [])],
  };
}

/** Who was at the same meetings. */
function sittings() {
  const [at, of] = [new Map(), new Map()];
  const add = (map, key, member) => (map.has(key) ? map.get(key).add(member) : map.set(key, new Set([member])));
  for (const fact of facts) if (fact.family === "attendance") fact.passing.forEach((meeting) => (add(at, meeting, fact.from), add(of, fact.from, meeting)));
  return {
    beside: (id) => [...(of.get(id) || [])].flatMap((meeting) => [...at.get(meeting)]).filter((other) => other !== id),
    between: (a, b) => {
      const shared = new Set([...(of.get(a) || [])].filter((meeting) => (of.get(b) || new Set()).has(meeting)));
      if (shared.size === 0) return [];
      const own = [a, b].flatMap((id) => nodes[id].facts.filter((fact) => fact.from === id && fact.family === "attendance" && fact.passing.some((meeting) => shared.has(meeting))));
      return [{ from: a, to: b, family: "together", facts: own.map((fact) => fact.id), meetings: [...shared] }];
    },
  };
}
