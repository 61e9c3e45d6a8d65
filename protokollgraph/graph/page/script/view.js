// Moving about: fit, go to a node, what the pointer is on, keys.
/** What the pointer is on: {node, item} or {tie}, or nothing. */
let pointed = {};

/** Show all given items at once, at most at zoom 1.3. */
function fit(wanted = scene.items, gently = false) {
  if (wanted.length === 0 || !wide) return;
  fittedTo = boundsOf(wanted);
  fitted = scene.first && !gently ? scene.first() : cameraFor(fittedTo);
  moveCamera(fitted, gently);
}

/** Left, right, top and bottom of given items and of all frames. */
function boundsOf(wanted) {
  const at = [...wanted, ...scene.frames.flatMap((frame) => frame.outline.map(([x, y]) => ({ x, y })))];
  const [xs, ys] = [at.map((each) => each.x), at.map((each) => each.y)];
  return [least(xs), -least(xs.map((x) => -x)), least(ys), -least(ys.map((y) => -y))];
}

/** Where the camera sees all of an extent, or of the scene: {x, y, scale}; {} if there is nothing. */
function cameraFor([left, right, top, bottom] = boundsOf(scene.items)) {
  if (left > right) return {};
  if (scene.whole) return scene.whole();
  const across = (wide - Math.min(170, wide / 4)) / Math.max(1, right - left);
  const down = (high - 90) / Math.max(1, bottom - top);
  const scale = Math.min(across, down, 1.3);
  return { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / scale, scale };
}

/** What the camera was sent to show, and where it went, until something else moves it. */
let [fittedTo, fitted] = [null, null];
// The same extent, whatever filters left of it meanwhile: nothing jumps.
acting.resized = () => {
  const goal = flight ? flight.to : camera;
  if (!fitted || goal.x !== fitted.x || goal.y !== fitted.y || goal.scale !== zoomed(fitted.scale)) return undefined;
  // An excerpt is placed for the shape of the picture.
  if (isExcerpt()) return placeExcerpt(scene), fit();
  fitted = scene.first ? scene.first() : cameraFor(fittedTo);
  return moveCamera(fitted, false);
};

const least = (figures) => figures.reduce((a, b) => Math.min(a, b), Infinity);

/** Bring a node and what is tied to it into view, above the panel where that covers the picture. */
function goTo(node) {
  const item = scene.of.get(node.id);
  if (!item) return undefined;
  const around = [item, ...scene.ties.flatMap(({ from, to }) => (from === item ? [to] : to === item ? [from] : []))];
  const reach = (axis) => Math.max(40, ...around.slice(0, 400).map((other) => Math.abs(other[axis] - item[axis])));
  const covered = !panel.hidden && narrow.matches ? panel.offsetHeight : 0;
  if (scene.paint) return moveCamera({ x: item.x, y: item.y + covered / 2 / camera.scale });
  const [across, down] = [wide / 2 - 90, Math.max(60, (high - covered) / 2 - 50)];
  const enough = Math.max(0.3, camera.scale * 0.8);
  const scale = Math.min(1.25, Math.max(across / reach("x"), enough), Math.max(down / reach("y"), enough));
  return moveCamera({ x: item.x, y: item.y + covered / 2 / scale, scale });
}

/** The picture became smaller: what is chosen must not lie outside of it. */
function keepInView(node) {
  const item = scene.of.get(node.id);
  if (!item) return;
  const { x, y } = toScreen(item);
  const covered = narrow.matches ? panel.offsetHeight : 0;
  if (x < 30 || y < 30 || x > wide - 30 || y > high - covered - 30) goTo(node);
}

const step = (x, y) => moveCamera({ x: camera.x + x / camera.scale, y: camera.y + y / camera.scale }, false);
const KEYS = {
  ArrowLeft: () => step(-60, 0), ArrowRight: () => step(60, 0), ArrowUp: () => step(0, -60), ArrowDown: () => step(0, 60),
  "+": () => zoomAt(1.3, undefined, true), "=": () => zoomAt(1.3, undefined, true), "-": () => zoomAt(1 / 1.3, undefined, true), 0: () => fit(undefined, true),
};
canvas.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
byId("zoom-in").addEventListener("click", () => zoomAt(1.4, undefined, true));
byId("zoom-out").addEventListener("click", () => zoomAt(1 / 1.4, undefined, true));
byId("fit").addEventListener("click", () => fit(undefined, true));

/** The last click; the second one of a double click is not another one, though the panel that opened may have moved everything. */
let clicked = { at: 0, place: { x: 0, y: 0 }, what: {} };

acting.click = (place) => {
  const now = performance.now();
  if (now - clicked.at < 400 && Math.hypot(place.x - clicked.place.x, place.y - clicked.place.y) < 6) return;
  clicked = { at: now, place, what: under(place) };
  const { node, tie } = clicked.what;
  change({ chosen: node ? { node } : tie ? { tie } : {} });
};
acting.open = (place) => {
  const { node } = performance.now() - clicked.at < 1000 ? clicked.what : under(place);
  const frame = node && frameOf(node);
  if (frame) turnOver(frame);
  else if (node) goTo(node);
};
acting.grab = (place) => under(place).item || null;
acting.move = (item, { x, y }) => {
  Object.assign(item, { x, y });
  redraw();
};
/** A node that was moved stays there, also when filters change; an excerpt places its nodes anew each time. */
acting.drop = (item) => {
  const view = isExcerpt() ? undefined : views.get(state.view);
  const index = view && view.at.get(item.node.id);
  if (index !== undefined) [view.x[index], view.y[index]] = [item.x, item.y];
};

let waiting = null;
acting.over = (place) => {
  if (place === null) return (waiting = null), point({});
  if (waiting === null) requestAnimationFrame(() => waiting && (point(under(waiting), waiting), (waiting = null)));
  waiting = place;
  return undefined;
};

/** Bring out {node} or {tie} in the picture, or nothing any more, while the reader points elsewhere. */
function bringOut(what) {
  if (what.node === pointed.node && what.tie === pointed.tie) return;
  pointed = what;
  redraw();
}

/** The pointer is on something: bring out what is tied to it, and say in a tooltip what it is. */
function point(what, place) {
  const tooltip = byId("tooltip");
  if (what.node !== pointed.node || what.tie !== pointed.tie) {
    pointed = what;
    canvas.classList.toggle("on-something", Boolean(what.node || what.tie));
    tooltip.replaceChildren(...(what.node ? nodeTip(what.node) : what.tie ? tieTip(what.tie) : []));
    redraw();
  }
  tooltip.hidden = !(what.node || what.tie);
  if (tooltip.hidden || !place) return;
  tooltip.style.left = `${Math.max(8, Math.min(place.x + 16, wide - tooltip.offsetWidth - 8))}px`;
  const below = place.y + 18 + tooltip.offsetHeight < high;
  tooltip.style.top = `${below ? place.y + 18 : place.y - tooltip.offsetHeight - 12}px`;
}

function nodeTip(node) {
  const own = node.facts.filter((fact) => fact.passing.length);
  const best = own.filter((fact) => fact.passages.length && fact.family !== "attendance").sort((a, b) => b.passing.length - a.passing.length)[0];
  return [
    make("p", { class: "tip-kind" }, mark(node.kind), word(`kind_one.${node.kind}`)),
    make("p", { class: "tip-name" }, isolated(shortened(nameOf(node), 160))),
    node.told.words ? make("p", {}, isolated(shortened(node.told.words, 200))) : null,
    make("p", { class: "small" }, counted("connection", "connections_n", own.length)),
    best && !node.told.words ? quoted(best.passages[0], 180) : null,
  ].filter(Boolean);
}

function tieTip(tie) {
  if (tie.station) return stationTip(tie);
  const first = facts[tie.facts[0]];
  return [
    make("p", { class: "tip-kind" }, lineMark(tie.family), word(`families.${tie.family}`)),
    make("p", { class: "tip-name" }, isolated(shortened(nameOf(tie.from.node), 80)), " – ", isolated(shortened(nameOf(tie.to.node), 80))),
    make("p", { class: "small" }, counted("meeting", "meetings", tie.meetings.length)),
    first.passages.length ? quoted(first.passages[0], 180) : null,
  ].filter(Boolean);
}

whenChanged((changed) => {
  if (changed.has("chosen") || changed.has("colour") || changed.has("scene") || changed.has("emphasis")) redraw();
});
