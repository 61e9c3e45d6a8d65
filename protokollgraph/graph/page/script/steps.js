// The connections of two nodes in words: every step with the sentences behind it.
const MOST_WAYS = 5;
/** Of the facts behind one step so many are shown at once, those of the most meetings. */
const MOST_FACTS = 3;

standing.set("connections", () => ({ label: word("connect"), elements: state.between ? aboutConnections() : [] }));

function aboutConnections() {
  const [start, end] = state.between.map((id) => nodes[id]);
  const shown = connected.ways.slice(0, MOST_WAYS);
  return [
    make("p", { class: "tip-kind" }, word(state.weaker ? "ways_weaker" : "ways")),
    make("h2", { class: "tie" }, endLink(start), " – ", endLink(end)),
    ...(shown.length ? aboutNumber(shown.length) : noWays()),
    make("p", { class: "small" }, word(state.weaker ? "ways_weaker_hint" : "ways_hint"), state.from || state.to ? ` ${word("ways_time", { time: timeInWords(state.from, state.to) })}` : ""),
    state.weaker ? make("p", { class: "actions" }, make("button", { type: "button", id: "ways-stated", onclick: () => change({ weaker: false }) }, word("ways_stated"))) : null,
    ...shown.map((way, index) => wayInWords(way, index, shown)),
  ].filter(Boolean);
}

function aboutNumber(shown) {
  const length = connected.ways[0].length - 1;
  const text = length === 1 ? word("ways_direct") : word(connected.number === 1 ? "ways_one" : "ways_n", { n: count(length), number: count(connected.number) });
  return [make("p", { role: "status" }, text, connected.number > shown ? ` ${word("ways_more", { n: count(shown), more: count(connected.number - shown) })}` : "")];
}

/** Nothing stated connects the two: the weaker kind is offered, never taken by itself. */
function noWays() {
  const [start, end] = state.between;
  const isWeaker = !state.weaker && waysBetween(start, end, true).number > 0;
  return [
    make("p", { role: "status", class: "none" }, word("ways_none"), isWeaker ? "" : ` ${word("ways_none_weaker")}`),
    isWeaker ? make("p", {}, word("ways_offer")) : null,
    isWeaker ? make("p", { class: "actions" }, make("button", { type: "button", id: "ways-weaker", onclick: () => change({ weaker: true }) }, word("ways_weaker"))) : null,
  ];
}

/** One connection; pointing at it brings it out in the picture. */
function wayInWords(way, index, shown) {
  const chain = way.flatMap((id, place) => [place ? " → " : "", make("span", {}, mark(nodes[id].kind), isolated(shortened(nameOf(nodes[id]), 60)))]);
  const bringOut = () => state.emphasis || change({ emphasis: new Set(way) });
  const letGo = () => state.emphasis && change({ emphasis: undefined });
  return make("details", { class: state.weaker ? "way weaker" : "way", open: index === 0, onpointerenter: bringOut, onpointerleave: letGo, onfocusin: bringOut, onfocusout: letGo },
    make("summary", {}, connected.ways.length > 1 ? make("span", { class: "small" }, `${word("way_n", { n: count(index + 1) })} `) : "", ...chain),
    make("ol", {}, ...way.slice(1).map((id, place) => stepInWords(way[place], id, index, shown))));
}

function stepInWords(from, to, index, shown) {
  const ties = connected.between(from, to);
  const own = [...new Set(ties.flatMap((tie) => tie.facts))].map((id) => facts[id]).sort((a, b) => b.passing.length - a.passing.length || a.id - b.id);
  const verbs = [...new Set(own.filter((fact) => isDirect(fact, from, to)).map((fact) => relationWord(fact.relation, fact.from === from ? 0 : 1)))];
  if (own.some((fact) => !isDirect(fact, from, to))) verbs.push(word(ties.some((tie) => tie.family === "together") ? "families.together" : "by_decision"));
  const heading = make("p", { class: "step" }, endLink(nodes[from]), make("span", { class: "verb" }, ` – ${verbs.join(", ")} → `), endLink(nodes[to]));
  const before = shown.slice(0, index).findIndex((way) => way.some((id, place) => place && way[place - 1] === from && id === to));
  if (before >= 0) return make("li", {}, heading, make("p", { class: "small" }, word("way_again", { n: count(before + 1) })));
  const [first, others] = [own.slice(0, MOST_FACTS), own.slice(MOST_FACTS)];
  const meetingsOfStep = held(ties);
  return make("li", {}, heading,
    make("p", { class: "small" }, [counted("meeting", "meetings", meetingsOfStep.length), spanOf(meetingsOfStep)].filter(Boolean).join(" · ")),
    ...(own.length === 1 ? evidenceOf(own[0]) : first.map(aboutFact)),
    others.length ? make("details", { class: "fact" }, make("summary", {}, counted("more_one", "more", others.length)), ...others.map(aboutFact)) : "");
}

const isDirect = (fact, from, to) => (fact.from === from && fact.to === to) || (fact.from === to && fact.to === from);

/** Passages, those that show most first: stated before inferred, whole sentences before lines of a list and parts. */
function tellingFirst(passages) {
  const weakness = (index) => {
    const [text, , stated] = page.passages[index];
    return (stated ? 0 : 8) + (text.split(/\s+/).length < 5 ? 4 : 0) + (/^…|…$/.test(text) ? 2 : 0) + (text.length > 300 ? 1 : 0);
  };
  return [...passages].sort((a, b) => weakness(a) - weakness(b));
}

/** The sentences of a fact whose ends are named already. */
function evidenceOf(fact) {
  const [first, ...others] = tellingFirst(passagesOf(fact));
  return [
    fact.details.length ? make("p", { class: "details" }, ...commas(fact.details)) : "",
    first === undefined ? make("p", { class: "small" }, word("no_evidence")) : quoted(first),
    others.length ? furtherPassages(fact, others) : "",
  ];
}
