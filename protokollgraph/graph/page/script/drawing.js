// The picture: frames, lanes, ties, nodes and labels of the scene, drawn in batches to stay quick.
/** Nodes shrink and grow more slowly than the distances between them. Radius in pixels of the screen. */
const radiusOf = (item) => item.node.size * (item.large || 1) * Math.min(1.6, Math.max(0.3, Math.sqrt(camera.scale)));
const faded = (colour, share) => colour + Math.round(share * 255).toString(16).padStart(2, "0");
/** Above so many ties lines are thin and not dashed: nobody sees it among thousands, and it costs more than everything else. */
const MANY_TIES = 3000;
/** A longer path of lines takes more than its share of time. */
const CHUNK = 400;

const moreContrast = matchMedia("(prefers-contrast: more)");
const paints = new Map();
/** A colour of the style sheet, as it is now. */
function paint(name) {
  if (!paints.has(name)) paints.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return paints.get(name);
}

/** What is drawn behind the ties, in this order: functions of (context, width, height). */
const backdrops = [drawFrames];

/** Numbers of the nodes that stay bright while something is chosen or pointed at; null if all do. */
let lit = null;
let litTie = () => true;

function light() {
  const { node, tie } = pointed.node || pointed.tie ? pointed : isStillThere(state.chosen) ? state.chosen : {};
  lit = null;
  litTie = () => true;
  // What is shown is there because of it.
  if (node && node.id === state.around) return;
  if (tie) {
    lit = new Set([tie.from.node.id, tie.to.node.id]);
    litTie = (other) => other === tie;
  } else if (node) {
    lit = new Set([node.id]);
    scene.ties.forEach(({ from, to }) => (from.node === node ? lit.add(to.node.id) : to.node === node && lit.add(from.node.id)));
    const frame = scene.frames.find((each) => each.item.node === node);
    if (frame) frame.members.forEach((item) => lit.add(item.node.id));
    litTie = ({ from, to }) => from.node === node || to.node === node;
  } else if (state.emphasis) {
    lit = state.emphasis;
    litTie = ({ from, to }) => lit.has(from.node.id) && lit.has(to.node.id);
  }
}

painter = (context, width, height, covered) => (covered ? paintScene(context, width, height, covered) : onTheWay(() => paintScene(context, width, height, coveredPlaces())));

function paintScene(context, width, height, covered) {
  light();
  context.fillStyle = paint("--paper");
  context.fillRect(0, 0, width, height);
  if (scene.paint) return scene.paint(context, width, height);
  const seen = scene.items.map((item) => ({ item, ...toScreen(item), radius: radiusOf(item) }));
  seen.forEach((place) => (place.item.seen = place));
  backdrops.forEach((draw) => draw(context, width, height));
  drawTies(context, width, height);
  const inView = seen.filter(({ item, x, y, radius }) => !item.framed && x > -radius - 40 && y > -radius - 40 && x < width + radius + 40 && y < height + radius + 40);
  drawNodes(context, inView);
  const titles = drawTitles(context, width, height);
  inView.sort((a, b) => rankOf(b.item) - rankOf(a.item));
  return drawLabels(context, inView, [2, 2, width - 2, height - 2], [...covered, ...titles]);
}

const rankOf = (item) => item.node.rank + (item.large ? 40 : 0);

/** Where controls lie over the picture. */
const coveredPlaces = () =>
  [...document.querySelectorAll(".over-picture")].filter((element) => !element.hidden).map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => [offsetLeft, offsetTop, offsetLeft + offsetWidth, offsetTop + offsetHeight]);

function drawTies(context, width, height) {
  const many = scene.ties.length > MANY_TIES;
  const strong = (moreContrast.matches ? 1 : isDark() ? 0.6 : 0.55) * (many ? 0.5 : 1);
  const groups = new Map();
  for (const tie of scene.ties) {
    const [from, to] = [tie.from.seen, tie.to.seen];
    if ((from.x < 0 && to.x < 0) || (from.y < 0 && to.y < 0) || (from.x > width && to.x > width) || (from.y > height && to.y > height)) continue;
    const bright = lit ? litTie(tie) : null;
    const key = `${tie.family} ${many && !bright ? 1 : tie.width} ${bright} ${tie.quiet}`;
    groups.has(key) ? groups.get(key).push(tie) : groups.set(key, [tie]);
  }
  // Bright lines last, so that they lie above the others.
  const keys = [...groups.keys()].sort((a, b) => a.includes(" true ") - b.includes(" true "));
  for (const key of keys) {
    const [family, thick, bright, quiet] = key.split(" ");
    context.setLineDash(many ? [] : style.families[family].dash);
    context.strokeStyle = faded(lineColour(family), bright === "true" ? 1 : bright === "false" ? 0.09 : quiet === "true" ? strong / 3 : strong);
    context.lineWidth = Number(thick) * (bright === "true" ? 1.5 : 1);
    const group = groups.get(key);
    for (let start = 0; start < group.length; start += CHUNK) {
      context.beginPath();
      for (let index = start; index < Math.min(group.length, start + CHUNK); index++) traceTie(context, group[index]);
      context.stroke();
    }
  }
  context.setLineDash([]);
}

/** The line of a tie; several families between two nodes lie beside each other. */
function traceTie(context, tie) {
  const [from, to] = [tie.from.seen, tie.to.seen];
  context.moveTo(from.x, from.y);
  if (!tie.bend) return context.lineTo(to.x, to.y);
  return context.quadraticCurveTo(...bent(tie, from, to), to.x, to.y);
}

function bent(tie, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return [(from.x + to.x) / 2 - dy * tie.bend, (from.y + to.y) / 2 + dx * tie.bend];
}

function drawNodes(context, inView) {
  const groups = new Map();
  for (const place of inView) {
    const { node } = place.item;
    const dim = Boolean(lit) && !lit.has(node.id);
    const key = `${dim} ${node.kind} ${fillOf(node).join(" ")}`;
    groups.has(key) ? groups.get(key).push(place) : groups.set(key, [place]);
  }
  const keys = [...groups.keys()].sort((a, b) => b.startsWith("true") - a.startsWith("true"));
  for (const key of keys) {
    const [dim, kind, fill, line] = key.split(" ");
    context.globalAlpha = dim === "true" ? 0.16 : 1;
    context.beginPath();
    groups.get(key).forEach(({ item, x, y, radius }) => {
      // A folded committee has a second line around it, like a pile.
      if (item.stands) traceShape(context, style.kinds[kind].shape, x, y, radius + 4);
      traceShape(context, style.kinds[kind].shape, x, y, radius);
    });
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = 1.1;
    context.strokeStyle = line;
    context.stroke();
  }
  context.globalAlpha = 1;
  const strong = state.chosen.node && scene.items.filter((item) => item.node === state.chosen.node && !item.framed);
  (strong || []).forEach(({ node, seen }) => {
    context.beginPath();
    traceShape(context, style.kinds[node.kind].shape, seen.x, seen.y, seen.radius);
    context.lineWidth = 3;
    context.strokeStyle = paint("--ink");
    context.stroke();
  });
}

/** What lies under a place of the canvas: a node first, else a tie, within a few pixels. */
function under(place) {
  if (scene.at) return scene.at(place);
  const title = titleAt(place);
  if (title) return { node: title.item.node, frame: title };
  let [best, nearest] = [null, Infinity];
  for (const item of scene.items) {
    if (item.framed) continue;
    const at = toScreen(item);
    const away = Math.hypot(at.x - place.x, at.y - place.y) - radiusOf(item);
    if (away < Math.min(nearest, 4)) [nearest, best] = [away, item];
  }
  if (best) return { node: best.node, item: best };
  const tie = tieAt(place);
  return tie ? { tie } : {};
}

function tieAt({ x, y }) {
  let [best, nearest] = [null, 6];
  for (const tie of scene.ties) {
    const [from, to] = [toScreen(tie.from), toScreen(tie.to)];
    const middle = tie.bend ? bent(tie, from, to) : null;
    const [midX, midY] = middle ? [(middle[0] + (from.x + to.x) / 2) / 2, (middle[1] + (from.y + to.y) / 2) / 2] : [0, 0];
    const pieces = middle ? [[from.x, from.y, midX, midY], [midX, midY, to.x, to.y]] : [[from.x, from.y, to.x, to.y]];
    for (const piece of pieces) {
      const away = distance(x, y, ...piece);
      if (away < nearest) [nearest, best] = [away, tie];
    }
  }
  return best;
}

function distance(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
