// Shapes and colours, in the picture and in the legend.
const isDark = () => document.documentElement.dataset.theme === "dark";
const colours = (kind) => style.kinds[kind][isDark() ? "dark" : "light"];
const lineColour = (family) => style.families[family][isDark() ? "dark" : "light"];

/** Corners of a shape around (0, 0) with radius 1; null for a circle. Areas look alike. */
const CORNERS = {
  dot: null,
  square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  diamond: [[0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0]],
  triangle: [[0, -1.2], [1.1, 0.8], [-1.1, 0.8]],
  triangleDown: [[0, 1.2], [1.1, -0.8], [-1.1, -0.8]],
  hexagon: [0, 1, 2, 3, 4, 5].map((corner) => [1.08 * Math.cos((corner * Math.PI) / 3), 1.08 * Math.sin((corner * Math.PI) / 3)]),
};

function traceShape(context, shape, x, y, radius) {
  const corners = CORNERS[shape];
  if (!corners) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], index) => context[index ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  context.closePath();
}

/** The colours of a kind in legends and lists; the network page has another rule while colours tell groups. */
let kindColours = colours;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
  element.append(...children);
  return element;
}

/** The mark of a kind, for legend, panel and table. */
function mark(kind) {
  const [fill, stroke] = kindColours(kind);
  const corners = CORNERS[style.kinds[kind].shape];
  const look = { fill, stroke, "stroke-width": 1.2 };
  const points = corners && corners.map(([x, y]) => `${8 + x * 5.2},${8 + y * 5.2}`).join(" ");
  const shape = corners ? svg("polygon", { points, ...look }) : svg("circle", { cx: 8, cy: 8, r: 5.4, ...look });
  return svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: "mark", "aria-hidden": "true" }, shape);
}

/** The line of a family of ties, for the legend. */
function lineMark(family) {
  const line = svg("line", { x1: 1, x2: 21, y1: 8, y2: 8, stroke: lineColour(family), "stroke-width": 2.4 });
  if (style.families[family].dash.length) line.setAttribute("stroke-dasharray", style.families[family].dash.join(" "));
  return svg("svg", { viewBox: "0 0 22 16", width: 22, height: 16, class: "mark", "aria-hidden": "true" }, line);
}
