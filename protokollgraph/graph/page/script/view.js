// Moving about: fit, zoom, pointer, keys.
const narrow = matchMedia("(max-width: 760px)");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const gently = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };

/** Show all given nodes at once, at most at zoom 1.3. */
function fit(wanted = nodes.filter(isShown), animation = false) {
  if (wanted.length === 0 || !canvas.clientWidth) return;
  const [xs, ys] = [wanted.map((node) => node.x), wanted.map((node) => node.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = (canvas.clientWidth - Math.min(190, canvas.clientWidth / 4)) / Math.max(1, right - left);
  const down = (canvas.clientHeight - 110) / Math.max(1, bottom - top);
  const to = Math.max(0.02, Math.min(across, down, 1.3));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 14 / to }, scale: to, animation });
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.02, network.getScale() * factor)), animation: gently });
}

function move(x, y) {
  const at = network.getViewPosition();
  network.moveTo({ position: { x: at.x + x / network.getScale(), y: at.y + y / network.getScale() }, animation: false });
}

/** Bring a node and what is tied to it into view, above the panel where that covers the picture. */
function goTo(node) {
  const around = [node, ...[...node.neighbours].map((id) => nodes[id]).filter(isShown)];
  const reach = (axis) => Math.max(40, ...around.map((other) => Math.abs(other[axis] - node[axis])));
  const covered = !panel.hidden && narrow.matches ? panel.offsetHeight : 0;
  const [wide, high] = [canvas.clientWidth / 2 - 90, Math.max(60, (canvas.clientHeight - covered) / 2 - 50)];
  const to = Math.min(1.25, Math.max(wide / reach("x"), 0.3, network.getScale() * 0.8), Math.max(high / reach("y"), 0.3, network.getScale() * 0.8));
  network.moveTo({ position: { x: node.x, y: node.y + covered / 2 / to }, scale: to, animation: gently });
}

/** The picture became smaller: what is chosen must not lie outside of it. */
function keepInView(node) {
  const { x, y } = network.canvasToDOM({ x: node.x, y: node.y });
  const covered = narrow.matches ? panel.offsetHeight : 0;
  if (x < 30 || y < 30 || x > canvas.clientWidth - 30 || y > canvas.clientHeight - covered - 30) goTo(node);
}

const KEYS = {
  ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
  "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: () => fit(undefined, gently),
};
canvas.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
byId("zoom-in").addEventListener("click", () => zoom(1.4));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
byId("fit").addEventListener("click", () => fit(undefined, gently));

/** What lies under a place of the canvas: a node first, else a tie. */
function under(place) {
  const id = network.getNodeAt(place);
  if (id !== undefined && isShown(nodes[id])) return { node: nodes[id] };
  const edge = tieAt(place);
  return edge ? { edge } : {};
}

network.on("click", ({ pointer }) => choose(under(pointer.DOM)));
network.on("doubleClick", ({ pointer }) => under(pointer.DOM).node && goTo(under(pointer.DOM).node));
network.on("dragging", ({ nodes: moved }) => moved.forEach((id) => Object.assign(nodes[id], network.getPosition(id))));
network.on("dragStart", () => point({}));

let waiting = null;
canvas.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch" || event.buttons) return;
  const place = { x: event.offsetX, y: event.offsetY };
  if (waiting === null) requestAnimationFrame(() => (point(under(waiting), waiting), (waiting = null)));
  waiting = place;
});
canvas.addEventListener("pointerleave", () => point({}));

/** The pointer is on something: bring out what is tied to it, and say in a tooltip what it is. */
function point(what, place) {
  const tooltip = byId("tooltip");
  if (what.node !== pointed.node || what.edge !== pointed.edge) {
    pointed = what;
    canvas.classList.toggle("on-something", Boolean(what.node || what.edge));
    tooltip.replaceChildren(...(what.node ? nodeTip(what.node) : what.edge ? edgeTip(what.edge) : []));
    network.redraw();
  }
  tooltip.hidden = !(what.node || what.edge);
  if (tooltip.hidden || !place) return;
  const wide = tooltip.offsetWidth;
  tooltip.style.left = `${Math.max(8, Math.min(place.x + 16, canvas.clientWidth - wide - 8))}px`;
  const below = place.y + 18 + tooltip.offsetHeight < canvas.clientHeight;
  tooltip.style.top = `${below ? place.y + 18 : place.y - tooltip.offsetHeight - 12}px`;
}

function nodeTip(node) {
  const ties = node.facts.filter(isTieShown);
  const best = ties.filter((fact) => fact.passages.length).sort((a, b) => b.meetings - a.meetings)[0];
  return [
    make("p", { class: "tip-kind" }, mark(node.kind), word(`kind_one.${node.kind}`)),
    make("p", { class: "tip-name" }, isolated(shortened(nameOf(node), 160))),
    node.told.words ? make("p", {}, isolated(shortened(node.told.words, 200))) : null,
    make("p", { class: "small" }, counted("connection", "connections_n", ties.length)),
    best && !node.told.words ? quoted(best.passages[0], 180) : null,
  ].filter(Boolean);
}

function edgeTip(edge) {
  const first = facts[edge.facts[0]];
  return [
    make("p", { class: "tip-kind" }, lineMark(edge.family), edge.facts.map((index) => word(`relations.${facts[index].relation}`).split(",")[0]).join(", ")),
    make("p", { class: "tip-name" }, isolated(shortened(nameOf(nodes[first.from]), 80)), " – ", isolated(shortened(nameOf(nodes[first.to]), 80))),
    first.passages.length ? quoted(first.passages[0], 180) : null,
  ].filter(Boolean);
}
