// Bodies as frames around what is at home in them, so that a committee is a place in the picture and not a hub.
const LEAST_MEMBERS = 3;
const FRAME_MARGIN = 26;

/** {item (of the body), members (items), outline (corners), folded}; the body's item moves to the top of its frame. */
function framesOf(items, of) {
  const members = new Map();
  items.forEach((item) => of.has(item.node.home) && (members.get(item.node.home) || members.set(item.node.home, []).get(item.node.home)).push(item));
  return [...members].filter(([, own]) => own.length >= LEAST_MEMBERS).map(([body, own]) => {
    const item = of.get(body);
    const folded = state.folded.has(body);
    const middle = [median(own.map((member) => member.x)), median(own.map((member) => member.y))];
    if (folded) [item.x, item.y] = middle;
    const outline = folded ? [] : outlined(withoutStrays(own, middle));
    if (!folded) [item.x, item.y] = outline.reduce((top, corner) => (corner[1] < top[1] ? corner : top));
    return { item, members: own, outline, folded };
  });
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
  const points = items.flatMap(({ x, y, node }) => Array.from({ length: 12 }, (_, step) => {
    const reach = FRAME_MARGIN + node.size;
    return [x + reach * Math.cos((step * Math.PI) / 6), y + reach * Math.sin((step * Math.PI) / 6)];
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
