// The change from one picture to another: nodes move to their new places, then the frames come.
const MORPH = { time: 300, frames: 180, most: 1500 };
/** Changes that move nodes. */
const MOVING = ["view", "frames", "folded", "around", "depth", "between"];
/** {places: number of a node to where it was on the screen, begun}, while nodes move; null otherwise. */
let morph = null;

whenChanged((changed) => {
  const before = scene.before || [];
  delete scene.before;
  if (still || scene.paint || !MOVING.some((name) => changed.has(name)) || !changed.has("scene")) return;
  if (before.length === 0 || before.length > MORPH.most || scene.items.length > MORPH.most) return;
  morph = { places: new Map(before.filter((item) => item.seen).map((item) => [item.node.id, item.seen])), begun: 0 };
  redraw();
});

/** How much of the frames is to be seen, from 0 to 1. */
const framesShown = () => (morph ? Math.max(0, Math.min(1, (performance.now() - morph.begun - MORPH.time) / MORPH.frames)) : 1);

/** Paint with every node on its way from where it was; what was not there before stands where it belongs. */
function onTheWay(act) {
  if (!morph) return act();
  const now = performance.now();
  morph.begun = morph.begun || now;
  const share = Math.min(1, (now - morph.begun) / MORPH.time);
  if (now - morph.begun > MORPH.time + MORPH.frames) morph = null;
  else redraw();
  if (share === 1) return act();
  const eased = 1 - (1 - share) ** 3;
  const ends = scene.items.map(({ x, y }) => [x, y]);
  scene.items.forEach((item) => {
    const was = morph.places.get(item.node.id);
    if (!was || item.framed) return;
    const from = toWorld(was);
    Object.assign(item, { x: from.x + (item.x - from.x) * eased, y: from.y + (item.y - from.y) * eased });
  });
  try {
    return act();
  } finally {
    scene.items.forEach((item, index) => ([item.x, item.y] = ends[index]));
  }
}
