// What is written on the path of a project: the rows of a station, and the card of the project.
const lettersOf = (weight, size, colour, line, slant = "") => ({ font: `${slant}${weight} ${size}px ${FONT}`, colour, line });
const LETTERS = {
  day: lettersOf(650, 14, "--ink", 19), name: lettersOf(500, 13, "--ink", 17), strong: lettersOf(650, 13, "--ink", 17), head: lettersOf(650, 15, "--ink", 19),
  soft: lettersOf(400, 12, "--soft", 16), told: lettersOf(400, 12, "--soft", 16, "italic "),
};
/** So many rows of a station are written; its panel and the table have all. */
const MOST_OF_STATION = 9;
const meter = document.createElement("canvas").getContext("2d");

/** As much of a text as fits into so many pixels. */
function cutTo(text, { font }, width) {
  meter.font = font;
  if (meter.measureText(text).width <= width) return text;
  const characters = Array.from(text);
  let [fits, longer] = [0, characters.length];
  while (longer - fits > 1) {
    const middle = (fits + longer) >> 1;
    if (meter.measureText(`${characters.slice(0, middle).join("")}…`).width <= width) fits = middle;
    else longer = middle;
  }
  return `${characters.slice(0, fits).join("").trimEnd()}…`;
}

/** A text in lines of at most so many pixels, at most so many of them. */
function linesTo(text, letters, width, most) {
  meter.font = letters.font;
  const lines = [];
  let rest = shortened(text, 400).split(/\s+/);
  while (rest.length) {
    let taken = 1;
    while (taken < rest.length && meter.measureText(rest.slice(0, taken + 1).join(" ")).width <= width) taken++;
    if (lines.length === most - 1) taken = rest.length;
    lines.push(rest.slice(0, taken).join(" "));
    rest = rest.slice(taken);
  }
  return lines.map((line) => cutTo(line, letters, width));
}

/** Write lines below each other; gives where the next one begins. */
function write(drawing, lines, x, y, letters, width) {
  lines.filter(Boolean).forEach((line) => {
    drawing.writing.push({ text: isolatedText(cutTo(line, letters, width)), x, y: y + letters.line / 2, letters });
    y += letters.line;
  });
  return y;
}

/** The rows of a station, under headings of what was done; gives where they end. */
function layRows(drawing, station, x, y, width) {
  let heading = "";
  for (const row of station.rows.slice(0, MOST_OF_STATION)) {
    const own = row.what === "decision" ? "" : word(row.what === "task" ? "families.task" : `path.${row.what}`);
    if (own && own !== heading) y = write(drawing, [own], x, y + 2, LETTERS.soft, width) + 1;
    heading = own;
    const begin = y;
    y = (row.what === "decision" ? layDecision : layActor)(drawing, row, x, y, width) + 5;
    drawing.boxes.push({ x: x - 6, y: begin - 3, width: width + 10, height: y - begin + 1, what: row.choice });
    Object.assign(row.item, { x: x + 7, y: begin + 9 });
  }
  if (station.rows.length === 0) y = layNothing(drawing, station, x, y, width);
  const left = station.rows.length - MOST_OF_STATION;
  if (left <= 0) return y;
  const end = write(drawing, [word("path.more", { n: count(left) })], x + 20, y, LETTERS.soft, width);
  drawing.boxes.push({ x: x - 6, y: y - 4, width: width + 10, height: 26, what: station.choice });
  return end + 8;
}

function layDecision(drawing, row, x, y, width) {
  const { told } = row.node;
  drawing.marks.push({ outcome: told.outcome || "Open", x: x + 7, y: y + 8.5, radius: 7.5, reported: row.reported });
  y = write(drawing, [term(told.decision || "Decision")], x + 21, y, LETTERS.strong, width - 21);
  const letters = row.reported ? LETTERS.told : LETTERS.soft;
  const votes = ["favor", "against", "abstention"].filter((side) => told[side]).map((side) => word(`path.${side}`, { n: told[side] })).join(", ");
  const how = [[told.outcome, votes ? "" : told.method].filter(Boolean).map(term).join(", "), votes].filter(Boolean);
  const whole = how.join(": ");
  y = write(drawing, cutTo(whole, letters, width - 21) === whole ? [whole] : how, x + 21, y, letters, width - 21);
  const addressees = row.node.facts.filter((fact) => fact.relation === "addressed_to").map((fact) => nodes[fact.to].label);
  return write(drawing, addressees.slice(0, 1).map((name) => word("path.to", { name })), x + 21, y, LETTERS.soft, width - 21);
}

function layActor(drawing, row, x, y, width) {
  drawing.marks.push({ kind: row.node.kind, what: row.what, x: x + 7, y: y + 8.5, radius: row.what === "task" ? 5 : 5.2 });
  y = write(drawing, [row.node.label], x + 21, y, LETTERS.name, width - 21);
  if (row.what === "task") {
    const told = [...row.facts].flatMap((fact) => facts[fact].details)[0] || "";
    return write(drawing, linesTo(told, LETTERS.soft, width - 21, 2), x + 21, y, LETTERS.soft, width - 21);
  }
  const organisation = row.what === "presents" && row.node.kind === "person" && organisationOf(row.node, row.meetings);
  return organisation ? write(drawing, [organisation.label], x + 21, y, LETTERS.soft, width - 21) : y;
}

/** Nobody and nothing is named: the meeting dealt with it, or only spoke of it. */
function layNothing(drawing, station, x, y, width) {
  const dealt = [...station.facts].some((fact) => facts[fact].relation === "treated");
  const end = write(drawing, [word(dealt ? "path.treated" : "path.mentioned")], x, y, station.reported ? LETTERS.told : LETTERS.soft, width);
  drawing.boxes.push({ x: x - 6, y: y - 4, width: width + 10, height: 26, what: station.choice });
  return end + 5;
}

/** The card of the project: its name, who carries and leads it, what funds it; gives where it ends. */
function layCard(drawing, x, y, width) {
  const { project } = drawing;
  const [left, begin] = [x + 16, y];
  drawing.marks.push({ kind: project.kind, what: "project", x: left + 8, y: y + 25, radius: 7.5 });
  y = write(drawing, linesTo(project.label, LETTERS.head, width - 54, 4), left + 26, y + 15, LETTERS.head, width - 50) + 4;
  drawing.boxes.push({ x: x + 4, y: begin + 4, width: width - 8, height: y - begin, what: { node: project } });
  for (const [relation, own] of drawing.card) {
    y = write(drawing, [word(`path.${relation}`)], left, y + 7, LETTERS.soft, width - 32);
    for (const { item, choice } of own.slice(0, 4)) {
      const top = y;
      y = write(drawing, linesTo(item.node.label, LETTERS.name, width - 32, 2), left, y, LETTERS.name, width - 32) + 3;
      drawing.boxes.push({ x: x + 8, y: top - 3, width: width - 16, height: y - top + 2, what: choice });
      Object.assign(item, { x: left, y: top + 8 });
    }
  }
  drawing.frame = { x, y: begin, width, height: y + 14 - begin };
  return y + 14;
}
