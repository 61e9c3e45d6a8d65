// The picture: vis-network keeps nodes, zoom and pointer; lines and labels are drawn here, in batches, to stay quick.
const canvas = byId("canvas");
const centre = { x: 0, y: 0 };
let scale = 1;
let lit = null;

/** Nodes shrink and grow more slowly than the distances between them. */
const radiusOf = (node) => node.size * Math.min(1.6, Math.max(0.3, Math.sqrt(scale))) / scale;
const faded = (colour, share) => colour + Math.round(share * 255).toString(16).padStart(2, "0");

/** The layout lies flat; on an upright screen it stands. */
if (canvas.clientHeight > canvas.clientWidth * 1.1) nodes.forEach((node) => ([node.x, node.y] = [node.y, node.x]));

const drawnNodes = new vis.DataSet(
  nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, size: node.size, shape: "custom", hidden: !isShown(node), ctxRenderer: drawNode })),
);
const network = new vis.Network(canvas, { nodes: drawnNodes, edges: new vis.DataSet([]) }, {
  physics: false,
  layout: { improvedLayout: false, randomSeed: 1 },
  interaction: { hover: false, tooltipDelay: 1e9, keyboard: false, multiselect: false, selectable: false, zoomSpeed: 0.7 },
});

function drawNode({ ctx, id, x, y }) {
  const node = nodes[id];
  const radius = radiusOf(node);
  return {
    drawNode() {
      const [fill, line] = colours(node.kind);
      const strong = chosen.node === node;
      ctx.globalAlpha = lit && !lit.has(id) ? 0.16 : 1;
      tracePath(ctx, style.kinds[node.kind].shape, x, y, radius);
      ctx.fillStyle = fill;
      ctx.fill();
      ctx.lineWidth = (strong ? 3 : 1.1) / scale;
      ctx.strokeStyle = strong ? paint("--ink") : line;
      ctx.stroke();
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: radius * 2, height: radius * 2 },
  };
}

const paints = new Map();
/** A colour of the style sheet, as it is now. */
function paint(name) {
  if (!paints.has(name)) paints.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return paints.get(name);
}

/** The line of a tie; several families between two nodes lie beside each other. */
function traceTie(context, tie) {
  const [from, to] = [nodes[tie.from], nodes[tie.to]];
  const [x, y] = bent(tie, from, to);
  context.moveTo(from.x, from.y);
  if (tie.bend) context.quadraticCurveTo(x, y, to.x, to.y);
  else context.lineTo(to.x, to.y);
}

function bent(tie, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return [(from.x + to.x) / 2 - dy * tie.bend, (from.y + to.y) / 2 + dx * tie.bend];
}

/** How far each shown tie bends: none if it is alone between its ends. */
function bendTies() {
  const beside = new Map();
  edges.filter((edge) => shown.families.has(edge.family)).forEach((edge) => {
    const key = `${edge.from} ${edge.to}`;
    beside.has(key) ? beside.get(key).push(edge) : beside.set(key, [edge]);
  });
  for (const group of beside.values()) group.forEach((edge, index) => (edge.bend = (index - (group.length - 1) / 2) * 0.16));
}

/** The ties that the filters leave, by family; made anew when the filters change. */
let tiesShown = new Map();
const MANY_TIES = 3000;

function chooseTies() {
  const all = edges.filter(isTieShown);
  tiesShown = new Map(families.map((family) => [family, all.filter((edge) => edge.family === family)]));
  tiesShown.many = all.length > MANY_TIES;
}

function drawTies(context) {
  const strong = (isDark() ? 0.6 : 0.55) * (tiesShown.many ? 0.5 : 1);
  for (const [family, own] of tiesShown) {
    // Dashes cost more than everything else; among thousands of lines nobody sees them.
    context.setLineDash(tiesShown.many ? [] : style.families[family].dash.map((length) => length / scale));
    context.lineCap = "butt";
    const groups = new Map();
    for (const edge of own) {
      const bright = lit ? isBrightTie(edge) : null;
      const key = `${tiesShown.many ? 1 : edge.width} ${bright} ${edge.quiet}`;
      groups.has(key) ? groups.get(key).push(edge) : groups.set(key, [edge]);
    }
    for (const [key, group] of groups) {
      const [width, bright, quiet] = key.split(" ");
      context.strokeStyle = faded(lineColour(family), bright === "true" ? 1 : bright === "false" ? 0.09 : quiet === "true" ? strong / 3 : strong);
      context.lineWidth = (Number(width) * (bright === "true" ? 1.5 : 1)) / scale;
      context.beginPath();
      group.forEach((edge) => traceTie(context, edge));
      context.stroke();
    }
  }
  context.setLineDash([]);
}

network.on("beforeDrawing", (context) => {
  scale = network.getScale();
  Object.assign(centre, network.getViewPosition());
  lit = bright();
  drawTies(context);
});

network.on("afterDrawing", (context) => {
  const [halfWidth, halfHeight] = [canvas.clientWidth / 2 / scale, canvas.clientHeight / 2 / scale];
  const visible = byRank.filter((node) =>
    isShown(node) && Math.abs(node.x - centre.x) < halfWidth + 60 / scale && Math.abs(node.y - centre.y) < halfHeight + 40 / scale);
  context.save();
  context.scale(1 / scale, 1 / scale);
  const onScreen = visible.map((node) => ({ node, x: node.x * scale, y: node.y * scale, radius: radiusOf(node) * scale }));
  const [x, y] = [centre.x * scale, centre.y * scale];
  const [right, down] = [canvas.clientWidth / 2 - 2, canvas.clientHeight / 2 - 2];
  const [left, up] = [x - canvas.clientWidth / 2, y - canvas.clientHeight / 2];
  const covered = [byId("zoom"), byId("hint")].filter((element) => !element.hidden).map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) =>
    [left + offsetLeft, up + offsetTop, left + offsetLeft + offsetWidth, up + offsetTop + offsetHeight]);
  drawLabels(context, onScreen, lit, [x - right, y - down, x + right, y + down], covered, paint("--paper"), paint("--ink"));
  context.restore();
});

/** The tie under a place of the canvas, within a few pixels. */
function tieAt({ x, y }) {
  const at = network.DOMtoCanvas({ x, y });
  let best = null;
  let nearest = 6 / scale;
  for (const edge of edges) {
    if (!isTieShown(edge)) continue;
    const [from, to] = [nodes[edge.from], nodes[edge.to]];
    const [midX, midY] = edge.bend ? bent(edge, from, to).map((value, axis) => (value + (axis ? from.y + to.y : from.x + to.x) / 2) / 2) : [0, 0];
    const pieces = edge.bend ? [[from.x, from.y, midX, midY], [midX, midY, to.x, to.y]] : [[from.x, from.y, to.x, to.y]];
    for (const piece of pieces) {
      const away = distance(at.x, at.y, ...piece);
      if (away < nearest) [nearest, best] = [away, edge];
    }
  }
  return best;
}

function distance(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
