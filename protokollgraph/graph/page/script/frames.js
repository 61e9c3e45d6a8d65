// Bodies as frames around what is at home in them, so that a committee is a place in the picture and not a hub.
const LEAST_MEMBERS = 3;
const FRAME_MARGIN = 26;

/** {item (of the body), members (items), outline (corners), folded}; the body's item moves to the upper edge of its frame. */
function framesOf(items, of) {
  const members = new Map();
  items.forEach((item) => of.has(item.node.home) && (members.get(item.node.home) || members.set(item.node.home, []).get(item.node.home)).push(item));
  const frames = [...members].filter(([, own]) => own.length >= LEAST_MEMBERS).map(([body, own]) => {
    const item = of.get(body);
    const folded = state.folded.has(body);
    const middle = [median(own.map((member) => member.x)), median(own.map((member) => member.y))];
    if (folded) Object.assign(item, { x: middle[0], y: middle[1], stands: own.length, large: 1.1 + 0.1 * Math.log2(own.length) });
    return { item, members: own, outline: folded ? [] : outlined(withoutStrays(own, middle)), folded };
  });
  const open = frames.filter((frame) => !frame.folded);
  open.forEach((frame) => Object.assign(frame.item, { framed: true }, topOf(frame.outline)));
  open.forEach((frame) => keepOut(frame, items));
  return frames;
}

/** Where the title of a frame stands: the middle of its upper edge. */
function topOf(outline) {
  const [left, right] = [Math.min(...outline.map(([x]) => x)), Math.max(...outline.map(([x]) => x))];
  const x = (left + right) / 2;
  const edges = outline.map((corner, index) => [corner, outline[(index + 1) % outline.length]]).filter(([a, b]) => Math.min(a[0], b[0]) <= x && x <= Math.max(a[0], b[0]));
  return { x, y: Math.min(...edges.map(([a, b]) => (a[0] === b[0] ? Math.min(a[1], b[1]) : a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1])))) };
}

/** Who is not at home in a body must not stand in its frame: moved out over the nearest edge. */
function keepOut({ outline, members, item: own }, items) {
  const inside = new Set(members);
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (const item of items) {
    if (item.x < left || item.x > right || item.y < top || item.y > bottom || inside.has(item) || item === own || item.framed || !holds(outline, item)) continue;
    const reach = 12 + item.node.size;
    const [, x, y] = outline.map((corner, index) => outside(item, corner, outline[(index + 1) % outline.length], reach)).sort((a, b) => a[0] - b[0])[0];
    Object.assign(item, { x, y });
  }
}

/** Whether a place is within an outline that runs one way around: on the same side of all its edges. */
const holds = (outline, { x, y }) => outline.every((corner, index) => turn(corner, outline[(index + 1) % outline.length], [x, y]) >= 0);

/** How far an item is from an edge, and the place beyond it. */
function outside({ x, y }, [fromX, fromY], [toX, toY], reach) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy) || 1;
  const away = (dx * (y - fromY) - dy * (x - fromX)) / length;
  return [away, x + (dy / length) * (away + reach), y - (dx / length) * (away + reach)];
}

const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];

/** Members not much farther from the middle than most: one far away would stretch the frame over others. */
function withoutStrays(members, [x, y]) {
  const away = (item) => Math.hypot(item.x - x, item.y - y);
  const most = 2.6 * Math.max(30, median(members.map(away)));
  return members.filter((item) => away(item) <= most);
}

/** The convex outline around items, with a margin and round corners. */
function outlined(items) {
  const outer = new Set(hull(items.map((item) => [item.x, item.y, item])).map(([, , item]) => item));
  const points = [...(outer.size ? outer : items)].flatMap(({ x, y, node }) => Array.from({ length: 24 }, (_, step) => {
    const reach = FRAME_MARGIN + node.size;
    return [x + reach * Math.cos((step * Math.PI) / 12), y + reach * Math.sin((step * Math.PI) / 12)];
  }));
  return hull(points);
}

/** The convex hull (Andrew's monotone chain, 1979). */
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (given) => {
    const kept = [];
    for (const point of given) {
      while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
