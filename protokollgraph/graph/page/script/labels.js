// Labels of the picture: the most important first, each where nothing else stands; what finds no room waits for the zoom.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const LINE = 15;
const CELL = 80;
/** So many labels are tried; in a larger picture there is no room for more at once. */
const MOST = 500;
/** Up to so many committees in view, each has its name even where it covers something. */
const FEW_BODIES = 16;

/** A label in lines, with their width in pixels; made once per node, language and weight. */
function lettered(context, { node, stands }) {
  const large = node.kind === "body";
  const key = `${language} ${node.label} ${stands}`;
  if (node.lettering && node.lettering.key === key) return node.lettering;
  const font = large ? `650 14px ${FONT}` : `${node.kind === "programme" ? 600 : 450} 12px ${FONT}`;
  context.font = font;
  const lines = wrapped(stands ? `${shortened(nameOf(node), 44)} (${count(stands)})` : nameOf(node), large ? 26 : 22, large ? 50 : 46).map(isolatedText);
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  node.lettering = { key, font, lines, width, height: lines.length * LINE };
  return node.lettering;
}

/** The text in at most two lines of about so many characters. */
function wrapped(text, wide, longest) {
  const short = shortened(text, longest);
  if (Array.from(short).length <= wide) return [short];
  const middle = short.length / 2;
  const blanks = Array.from(short.matchAll(/[\s\-–]/g), (found) => found.index + (found[0].trim() ? 1 : 0));
  if (blanks.length === 0) return [shortened(short, wide)];
  const cut = blanks.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best));
  return [short.slice(0, cut).trim(), short.slice(cut).trim()].filter(Boolean).map((line) => shortened(line, wide + 8));
}

/** What is taken already, by cells of a grid, so that a question costs the same in a picture of any size. */
class Taken {
  constructor() {
    this.cells = new Map();
  }

  *around(box) {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++)
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) yield x * 100003 + y;
  }

  add(box) {
    for (const cell of this.around(box)) this.cells.has(cell) ? this.cells.get(cell).push(box) : this.cells.set(cell, [box]);
  }

  /** How many boxes this one meets, each counted once per cell; stops at the first one unless all are wanted. */
  hits(box, own, all = false) {
    let hits = 0;
    for (const cell of this.around(box))
      for (const other of this.cells.get(cell) || [])
        if (other !== own && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3] && ++hits && !all) return hits;
    return hits;
  }
}

/** Where a label that must be there covers least; nowhere if each place is outside of the view or on another label. */
function leastHit(all, taken, own) {
  const hits = all.map(({ box }) => taken.hits(box, own, true));
  return all[hits.indexOf(Math.min(...hits))];
}

/** Draw the labels of items in view ({item, x, y, radius}, the most important first), inside view, not on what is covered. */
function drawLabels(context, wanted, view, covered) {
  const [taken, written] = [new Taken(), new Taken()];
  covered.forEach((box) => (taken.add(box), written.add(box)));
  for (const place of wanted) {
    const { x, y, radius } = place;
    place.box = [x - radius, y - radius, x + radius, y + radius];
    if (!lit || lit.has(place.item.node.id)) taken.add(place.box);
  }
  const isLit = ({ item }) => lit.has(item.node.id);
  const ordered = lit ? [...wanted.filter(isLit), ...wanted.filter((place) => !isLit(place))] : wanted;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = paint("--paper");
  context.fillStyle = paint("--ink");
  context.lineWidth = 4;
  const fewBodies = wanted.filter(({ item }) => item.node.kind === "body").length <= FEW_BODIES;
  const [paintsLit, paintsDim] = [[], []];
  for (const place of ordered.slice(0, MOST)) {
    const { item, x, y, radius } = place;
    const { node } = item;
    const dim = lit && !lit.has(node.id);
    if (dim && node.kind !== "body") continue;
    if (!lit && node.kind === "decision" && radius < 8 && !item.told) continue;
    const label = lettered(context, item);
    const must = (isExcerpt() ? item.large > 1 : fewBodies && node.kind === "body") || state.chosen.node === node || pointed.node === node;
    const inside = (box) => box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
    const all = places(label, x, y, radius);
    const found = all.find(({ box }) => inside(box) && !taken.hits(box, place.box)) || (must && leastHit(all.filter(({ box }) => inside(box) && !written.hits(box)), taken, place.box));
    if (!found) continue;
    taken.add(found.box);
    written.add(found.box);
    (dim ? paintsDim : paintsLit).push([label, found]);
  }
  context.globalAlpha = 0.35;
  paintsDim.forEach((each) => letter(context, ...each));
  context.globalAlpha = 1;
  paintsLit.forEach((each) => letter(context, ...each));
}

function letter(context, label, { box, align, at }) {
  context.font = label.font;
  context.textAlign = align;
  label.lines.forEach((line, index) => {
    const down = box[1] + LINE / 2 + index * LINE + 1;
    context.strokeText(line, at, down);
    context.fillText(line, at, down);
  });
}

/** The places of a label around its node, the best first. */
function places({ width, height }, x, y, radius) {
  const gap = radius + 3;
  const boxed = (left, top, align, at) => ({ box: [left - 2, top - 1, left + width + 2, top + height + 1], align, at });
  return [
    boxed(x - width / 2, y + gap, "center", x),
    boxed(x - width / 2, y - gap - height, "center", x),
    boxed(x + gap + 2, y - height / 2, "left", x + gap + 2),
    boxed(x - gap - 2 - width, y - height / 2, "right", x - gap - 2),
    boxed(x + radius * 0.8, y + radius * 0.7, "left", x + radius * 0.8),
    boxed(x + radius * 0.8, y - radius * 0.7 - height, "left", x + radius * 0.8),
    boxed(x - radius * 0.8 - width, y + radius * 0.7, "right", x - radius * 0.8),
    boxed(x - radius * 0.8 - width, y - radius * 0.7 - height, "right", x - radius * 0.8),
  ];
}
