// One pair: both entities side by side, what both have in common marked.
const shapeOf = (kind) => (kind === "werkstatt" ? "body" : style.kinds[kind] ? kind : "topic");
/** Between two days or years, which stay on one line: a dash would let it break after it. */
const TO = "\u00a0–\u2060\u00a0";
const years = (first, last) => (!first ? "" : first === last ? day(first) : first.slice(0, 4) === last.slice(0, 4) ? `${day(first)}${TO}${day(last)}` : first.slice(0, 4) + TO + last.slice(0, 4));
const FACTS = 6;

function nameAsked(question) {
  const entity = entities[question.focus || question.pairs[0].one];
  return isolatedText(entity.name);
}

function asking(question) {
  const key = page.words[language].asked[question.kind] ? question.kind : "other";
  return word(`asked.${key}`, { name: nameAsked(question) });
}

function showPair(pair, position) {
  const { question } = pair;
  const sides = [pair.one, pair.other].map((iri) => entities[iri]);
  const both = sides.map((entity) => new Set(entity.facts.map((fact) => fact.text)));
  const common = new Set([...both[0]].filter((text) => both[1].has(text)));
  const bodies = new Set(sides[0].bodies.map(([name]) => name).filter((name) => sides[1].bodies.some(([other]) => other === name)));
  byId("pair").replaceChildren(
    make("p", { class: "position small" }, [
      word("position", { n: count(position + 1), all: count(pairs.length) }), word(`kinds.${question.kind}`) === `kinds.${question.kind}` ? "" : word(`kinds.${question.kind}`),
      counted("mention_at_stake", "mentions_at_stake", question.mentions)].filter(Boolean).join(" · ")),
    make("h2", { class: "asked", id: "asked" }, asking(question)),
    make("p", { class: "together" }, pair.record ? word("record_only") : pair.together ? counted("together_one", "together", pair.together) : word("apart")),
    make("div", { class: "sides" }, ...[pair.one, pair.other].map((iri) => side(iri, common, bodies))));
}

function side(iri, common, bodies) {
  const entity = entities[iri];
  return make("article", { class: "side" },
    make("p", { class: "side-kind small" }, mark(shapeOf(entity.kind)), word(`kind_one.${entity.kind}`)),
    make("h3", {}, isolated(entity.name)),
    make("p", { class: "small" }, make("code", {}, isolated(iri))),
    entity.other_names.length ? make("p", { class: "small also" }, `${word("also")}: `, ...commas(entity.other_names)) : "",
    entity.kind === "record" ? "" : make("p", { class: "extent" }, [counted("mention", "mentions", entity.mentions), counted("in_protocol", "in_protocols", entity.protocols)].join(" "), entity.first ? ` · ${years(entity.first, entity.last)}` : ""),
    entity.facts.length + entity.bodies.length ? make("dl", { class: "facts" }, ...facts(entity, common, bodies)) : "",
    ...entity.passages.map(passage));
}

const commas = (texts) => texts.flatMap((text, index) => (index ? [", ", isolated(text)] : [isolated(text)]));

/** What is said of an entity, by label. */
function facts(entity, common, bodies) {
  const labels = [...new Set(entity.facts.map((fact) => fact.label))];
  const groups = labels.map((label) => [label, entity.facts.filter((fact) => fact.label === label).map((fact) =>
    [fact.text, label === "title" || !fact.protocols ? "" : [fact.protocols > 1 ? word("protocols", { n: count(fact.protocols) }) : "", years(fact.first, fact.last)].filter(Boolean).join(", "), common.has(fact.text)])]);
  groups.push(["bodies", entity.bodies.map(([name, n]) => [name, String(count(n)), bodies.has(name)])]);
  return groups.filter(([, lines]) => lines.length).flatMap(([label, lines]) => {
    const ordered = [...lines.filter(([, , isCommon]) => isCommon), ...lines.filter(([, , isCommon]) => !isCommon)];
    const shown = ordered.slice(0, FACTS).map(([text, when, isCommon]) => make("dd", { class: isCommon ? "common" : null },
      isolated(text), when ? make("span", { class: "when" }, ` ${when}`) : "", isCommon ? make("span", { class: "tag" }, word("shared")) : ""));
    if (ordered.length > FACTS) shown.push(make("dd", { class: "when" }, word("more", { n: count(ordered.length - FACTS) })));
    return [make("dt", {}, word(`labels.${label}`) === `labels.${label}` ? isolated(label) : word(`labels.${label}`)), ...shown];
  });
}

/** A sentence with the name marked, and where it stands. */
function passage({ words, protocol, date, page: leaf }) {
  const [before, exact, after] = words;
  return make("figure", { class: "passage" },
    make("blockquote", {}, make("bdi", {}, before, make("mark", {}, exact), after)),
    make("figcaption", {}, isolated(protocol), date ? ` · ${day(date)}` : "", leaf ? ` · ${word("leaf", { n: leaf })}` : ""));
}
