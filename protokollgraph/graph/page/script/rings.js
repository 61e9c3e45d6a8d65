// Nodes in rings around one of them, by distance; in a ring those beside each other that have to do with each other.
const RING = { first: 145, gap: 95, apart: 62, row: 46, most: 4.5 };

/** Place the items of a scene anew around the node with this number. */
function placeInRings(made, centre) {
  const beside = adjacency(made.ties.map((tie) => ({ from: tie.from.node.id, to: tie.to.node.id })));
  const steps = stepsFrom(centre, beside);
  const rings = [];
  made.items.forEach((item) => (rings[steps.get(item.node.id) || 0] = rings[steps.get(item.node.id) || 0] || []).push(item));
  const angles = new Map();
  const [across, down] = stretch();
  let radius = 0;
  rings.forEach((own, ring) => {
    if (ring === 0) return own.forEach((item) => Object.assign(item, { x: 0, y: 0, large: 1.45 }));
    const around = (item) => (beside.get(item.node.id) || []).map((tie) => otherOf(tie, item.node.id));
    const rows = rowsFor(own.length, radius + (ring === 1 ? RING.first : RING.gap));
    radius = Math.max(radius + (ring === 1 ? RING.first : RING.gap), (own.length * RING.apart) / (2 * Math.PI * rows));
    if (ring === 1) goRound(chained(own, around, centre), (item) => 1 + 0.3 * Math.min(8, around(item).filter((id) => steps.get(id) === 2).length), angles);
    else behind(own, around, RING.apart / rows / radius, angles);
    const inOrder = [...own].sort((a, b) => angles.get(a.node.id) - angles.get(b.node.id));
    inOrder.forEach((item, index) => {
      const [angle, away] = [angles.get(item.node.id), radius + (index % rows) * RING.row];
      Object.assign(item, { x: across * away * Math.cos(angle), y: down * away * Math.sin(angle) });
    });
    radius += (rows - 1) * RING.row;
    return undefined;
  });
}

const otherOf = (tie, id) => (tie.from === id ? tie.to : tie.from);

/** How far rings are drawn out to be as wide or as high as the picture. */
function stretch() {
  const shape = Math.max(0.72, Math.min(1.6, wide && high ? wide / high : 1.3));
  return [Math.sqrt(shape), 1 / Math.sqrt(shape)];
}

/** In how many rows a ring of so many stands, each a little farther out, so that it does not become too wide. */
function rowsFor(number, least) {
  const all = (number * RING.apart) / (2 * Math.PI);
  return Math.max(1, Math.ceil(Math.sqrt(all / (least * RING.most) + all / 1400) * (all > least * 2.4 ? 1.6 : 0)));
}

/** Once round from the top, each with so much room. */
function goRound(ordered, room, angles) {
  const whole = ordered.reduce((sum, item) => sum + room(item), 0);
  let reached = 0;
  ordered.forEach((item) => {
    angles.set(item.node.id, ((reached + room(item) / 2) / whole) * 2 * Math.PI - Math.PI / 2);
    reached += room(item);
  });
}

/** One after the other, each time the one that has most in common with those before it. */
function chained(own, around, centre) {
  const near = new Map(own.map((item) => [item, new Set(around(item))]));
  const alike = (a, b) => {
    const shared = [...near.get(a)].filter((id) => id !== centre && near.get(b).has(id)).length;
    return (near.get(a).has(b.node.id) ? 3 : 0) + 2 * shared + (a.node.home === b.node.home ? 0.5 : 0) + (a.node.kind === b.node.kind ? 1 : 0);
  };
  const waiting = [...own].sort((a, b) => kinds.indexOf(a.node.kind) - kinds.indexOf(b.node.kind) || b.node.rank - a.node.rank || a.node.id - b.node.id);
  if (waiting.length > MANY_IN_RING) return waiting.sort((a, b) => a.node.home - b.node.home);
  const chain = [waiting.shift()];
  const pull = new Map(waiting.map((item) => [item, 0]));
  while (waiting.length) {
    const last = chain.at(-1);
    waiting.forEach((item) => pull.set(item, 0.45 * pull.get(item) + alike(item, last)));
    const next = waiting.reduce((best, item) => (pull.get(item) > pull.get(best) ? item : best));
    chain.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  return chain;
}
/** Comparing each with each takes too long for more. */
const MANY_IN_RING = 400;

/** Each outside of what it is tied to, and far enough from its neighbours: least squares in order (isotonic regression). */
function behind(own, around, apart, angles) {
  const wished = own.map((item) => [middleOf(around(item).filter((id) => angles.has(id)).map((id) => angles.get(id))), item]);
  wished.sort(([a, left], [b, right]) => a - b || right.node.rank - left.node.rank || left.node.id - right.node.id);
  const room = Math.min(apart, (2 * Math.PI) / own.length);
  // Begin where the circle is emptiest.
  let [widest, first] = [-1, 0];
  wished.forEach(([angle], index) => {
    const gap = index ? angle - wished[index - 1][0] : angle + 2 * Math.PI - wished.at(-1)[0];
    if (gap > widest + 1e-9) [widest, first] = [gap, index];
  });
  const order = [...wished.slice(first), ...wished.slice(0, first).map(([angle, item]) => [angle + 2 * Math.PI, item])];
  const placed = increasing(order.map(([angle], index) => angle - index * room)).map((angle, index) => angle + index * room);
  const over = placed.at(-1) - placed[0] + room - 2 * Math.PI;
  const shrink = over > 0 ? (2 * Math.PI - room) / (placed.at(-1) - placed[0]) : 1;
  order.forEach(([, item], index) => angles.set(item.node.id, placed[0] + (placed[index] - placed[0]) * shrink));
}

/** The middle of some angles on the circle, from 0 to 2π. */
function middleOf(some) {
  const [x, y] = [some.reduce((sum, angle) => sum + Math.cos(angle), 0), some.reduce((sum, angle) => sum + Math.sin(angle), 0)];
  return (Math.atan2(y, x) + 4 * Math.PI) % (2 * Math.PI);
}

/** The figures nearest to the given ones that do not fall (pool adjacent violators). */
function increasing(figures) {
  const pools = [];
  figures.forEach((figure) => {
    pools.push([figure, 1]);
    while (pools.length > 1 && pools.at(-2)[0] / pools.at(-2)[1] > pools.at(-1)[0] / pools.at(-1)[1]) {
      const [sum, size] = pools.pop();
      pools.at(-1)[0] += sum;
      pools.at(-1)[1] += size;
    }
  });
  return pools.flatMap(([sum, size]) => Array(size).fill(sum / size));
}
