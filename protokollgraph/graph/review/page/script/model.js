// The questions as pairs, the answers given here, and what follows from them.
const style = page.style;
const entities = page.entities;
const pairs = page.questions.flatMap((question) => question.pairs.map((pair) => ({ ...pair, question })));
pairs.forEach((pair, index) => Object.assign(pair, { index, key: [pair.one, pair.other].sort().join(" ") }));

/** Key of a pair to {answer, reason, when}. */
let given = {};
let remembered = true;
const shelf = `protokollgraph-review-${page.id}`;
/** Storage that a browser may refuse to a page opened from a file. */
function kept(use) {
  try {
    return use(window.localStorage);
  } catch {
    remembered = false;
    return null;
  }
}

function remember() {
  kept((storage) => storage.setItem(shelf, JSON.stringify({ given, who: byId("who").value })));
}

function recall() {
  const text = kept((storage) => storage.getItem(shelf));
  try {
    const found = JSON.parse(text || "{}");
    const known = new Set(pairs.map((pair) => pair.key));
    given = Object.fromEntries(Object.entries(found.given || {}).filter(([key, { answer }]) => known.has(key) && ["same", "different", "unsure"].includes(answer)));
    byId("who").value = String(found.who || "");
  } catch {
    given = {};
  }
}

/** Who is the same and who is different by what was judged before and by the answers but that of one pair. */
function groups(without) {
  const first = new Map();
  const root = (iri) => {
    while (first.has(iri)) iri = first.get(iri);
    return iri;
  };
  const join = (one, other) => root(one) !== root(other) && first.set(root(other), root(one));
  const said = pairs.filter((pair) => pair !== without && given[pair.key]);
  page.judged.same.forEach((group) => group.slice(1).forEach((iri) => join(group[0], iri)));
  said.filter((pair) => given[pair.key].answer === "same").forEach((pair) => join(pair.one, pair.other));
  const parted = (one, other) => [root(one), root(other)].sort().join(" ");
  const apart = new Set(page.judged.different.map(([one, other]) => parted(one, other)));
  said.filter((pair) => given[pair.key].answer === "different").forEach((pair) => apart.add(parted(pair.one, pair.other)));
  return { same: (one, other) => root(one) === root(other), different: (one, other) => apart.has(parted(one, other)) };
}

/** What follows for a pair from everything else: "same", "different", "settled" or nothing. */
function following(pair, found = groups(pair)) {
  if (found.same(pair.one, pair.other)) return "same";
  if (found.different(pair.one, pair.other)) return "different";
  const { focus, pairs: siblings } = pair.question;
  const named = focus && siblings.some(({ one, other }) => other !== pair.other && found.same(one, other));
  return named ? "settled" : "";
}

/** "open", an answer, or what follows: "follows-same", "follows-different", "settled". */
function stateOf(pair, found) {
  if (given[pair.key]) return given[pair.key].answer;
  const implied = following(pair, found);
  return implied === "" ? "open" : implied === "settled" ? implied : `follows-${implied}`;
}

/** The state of every pair at once: what follows is worked out a single time. */
function states() {
  const found = groups(null);
  return pairs.map((pair) => stateOf(pair, found));
}
