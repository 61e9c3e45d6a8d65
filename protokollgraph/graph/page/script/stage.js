// The stage: a canvas with a camera. It knows nothing of networks; painters draw on it, and it tells what the pointer does.
const canvas = byId("canvas");
const sheet = canvas.appendChild(document.createElement("canvas"));
const camera = { x: 0, y: 0, scale: 1 };
const ZOOM = { least: 0.02, most: 6 };
/** A picture that takes longer than this to paint (ms) is moved as a whole while the camera moves, and painted anew at intervals. */
const SLOW = 9;
/** Those intervals: so many times as long as the painting takes, but at least so long (ms). */
const [REST, LEAST_REST] = [8, 400];
const narrow = matchMedia("(max-width: 760px)");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Called with (context, width, height) in pixels of the screen, the camera applied by the painter itself. */
let painter = () => {};
let [wide, high, ratio] = [0, 0, 1];
let wanted = null;
let flight = null;
const last = { camera: null, cost: 0, at: 0, copy: document.createElement("canvas"), exact: false };

/** Paint in the next frame; exact = everything anew, else what was painted last may be moved. */
function redraw(exact = true) {
  wanted = wanted === true || exact;
  if (redraw.asked) return;
  redraw.asked = requestAnimationFrame((now) => ((redraw.asked = 0), frame(now)));
}

function frame(now) {
  const exact = wanted;
  wanted = null;
  if (!wide || !high) return;
  if (flight) fly(now);
  const mayMove = !exact && last.camera && last.cost > SLOW && now - last.at < Math.max(LEAST_REST, last.cost * REST);
  mayMove ? moveCopy() : paintAnew(now);
  if (flight || !last.exact) redraw(false);
}

function paintAnew(now) {
  const context = sheet.getContext("2d", { alpha: false });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const begun = performance.now();
  painter(context, wide, high);
  // The browser paints when it has to: copying makes it, so that the cost is known.
  if (last.cost > SLOW || performance.now() - begun > SLOW / 3) keepCopy();
  last.cost = performance.now() - begun;
  Object.assign(last, { camera: { ...camera }, at: now, exact: true });
}

function keepCopy() {
  if (last.copy.width !== sheet.width || last.copy.height !== sheet.height) Object.assign(last.copy, { width: sheet.width, height: sheet.height });
  last.copy.getContext("2d", { alpha: false }).drawImage(sheet, 0, 0);
}

/** What was painted last, where the camera sees it now. */
function moveCopy() {
  const context = sheet.getContext("2d", { alpha: false });
  const grown = camera.scale / last.camera.scale;
  // Whole pixels, while nothing grows: no need to mix colours.
  const whole = grown === 1 ? (length) => Math.round(length * ratio) / ratio : (length) => length;
  const left = whole(wide / 2 + (last.camera.x - camera.x) * camera.scale - (wide / 2) * grown);
  const top = whole(high / 2 + (last.camera.y - camera.y) * camera.scale - (high / 2) * grown);
  context.imageSmoothingEnabled = grown !== 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = paint("--paper");
  context.fillRect(0, 0, wide, high);
  context.drawImage(last.copy, left, top, wide * grown, high * grown);
  last.exact = false;
}

const toScreen = ({ x, y }) => ({ x: wide / 2 + (x - camera.x) * camera.scale, y: high / 2 + (y - camera.y) * camera.scale });
const toWorld = ({ x, y }) => ({ x: camera.x + (x - wide / 2) / camera.scale, y: camera.y + (y - high / 2) / camera.scale });
const zoomed = (scale) => Math.max(ZOOM.least, Math.min(ZOOM.most, scale));

/** Move the camera to {x, y, scale} (each may be left out), in a third of a second or at once. */
function moveCamera(to, gently = true) {
  const end = { ...camera, ...to };
  end.scale = zoomed(end.scale);
  flight = gently && !still ? { from: { ...camera }, to: end, begun: null } : null;
  if (!flight) Object.assign(camera, end);
  acting.moved();
  redraw(false);
}

function fly(now) {
  flight.begun = flight.begun || now;
  const share = Math.min(1, (now - flight.begun) / 330);
  const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
  const { from, to } = flight;
  camera.scale = from.scale * (to.scale / from.scale) ** eased;
  camera.x = from.x + (to.x - from.x) * eased;
  camera.y = from.y + (to.y - from.y) * eased;
  if (share === 1) flight = null;
}

/** Zoom by a factor, so that the given place of the screen stays where it is. */
function zoomAt(factor, place = { x: wide / 2, y: high / 2 }, gently = false) {
  const before = toWorld(place);
  const scale = zoomed((flight ? flight.to.scale : camera.scale) * factor);
  moveCamera({ scale, x: before.x - (place.x - wide / 2) / scale, y: before.y - (place.y - high / 2) / scale }, gently);
}

// What acts on the pointer and on another size is given by the view: {click, open, grab, move, drop, over, resized, moved}.
const acting = { resized: () => {}, moved: () => {} };

/** The canvas got another size. */
function resized() {
  const [newWide, newHigh, newRatio] = [canvas.clientWidth, canvas.clientHeight, Math.min(2, devicePixelRatio || 1)];
  if (newWide === wide && newHigh === high && newRatio === ratio) return;
  [wide, high, ratio] = [newWide, newHigh, newRatio];
  Object.assign(sheet, { width: Math.round(wide * ratio), height: Math.round(high * ratio) });
  last.camera = null;
  wanted = true;
  acting.resized();
  frame(performance.now());
}
new ResizeObserver(resized).observe(canvas);

// The pointer: drag, pinch, wheel, click.
const pointers = new Map();
let drag = null;

const placeOf = (event) => {
  const box = sheet.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

sheet.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  sheet.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, placeOf(event));
  const place = placeOf(event);
  drag = pointers.size === 1 ? { start: place, last: place, moved: false, held: event.pointerType === "mouse" ? acting.grab(place) : null } : { pinch: spread() };
  acting.over(null);
});

sheet.addEventListener("pointermove", (event) => {
  const place = placeOf(event);
  if (!pointers.has(event.pointerId)) return event.pointerType === "touch" ? undefined : acting.over(place);
  pointers.set(event.pointerId, place);
  if (drag.pinch) return pinch();
  if (!drag.moved && Math.hypot(place.x - drag.start.x, place.y - drag.start.y) < 4) return undefined;
  drag.moved = true;
  if (drag.held) acting.move(drag.held, toWorld(place));
  else moveCamera({ x: camera.x - (place.x - drag.last.x) / camera.scale, y: camera.y - (place.y - drag.last.y) / camera.scale }, false);
  drag.last = place;
  return undefined;
});

function released(event) {
  if (!pointers.delete(event.pointerId) || !drag) return;
  if (drag.held && drag.moved) acting.drop(drag.held);
  else if (event.type === "pointerup" && !drag.pinch && !drag.moved) acting.click(placeOf(event));
  drag = pointers.size ? { start: [...pointers.values()][0], last: [...pointers.values()][0], moved: true, held: null } : null;
}
sheet.addEventListener("pointerup", released);
sheet.addEventListener("pointercancel", released);
sheet.addEventListener("pointerleave", () => acting.over(null));
sheet.addEventListener("dblclick", (event) => acting.open(placeOf(event)));
sheet.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoomAt(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), placeOf(event));
}, { passive: false });

/** Middle and distance of two fingers. */
function spread() {
  const [one, two] = [...pointers.values()];
  return { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, apart: Math.max(10, Math.hypot(one.x - two.x, one.y - two.y)) };
}

function pinch() {
  const [before, now] = [drag.pinch, spread()];
  drag.pinch = now;
  moveCamera({ x: camera.x - (now.x - before.x) / camera.scale, y: camera.y - (now.y - before.y) / camera.scale }, false);
  zoomAt(now.apart / before.apart, now);
}
