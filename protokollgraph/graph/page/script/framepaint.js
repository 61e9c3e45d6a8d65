// How frames are painted: a soft ground with the name of the body on its upper edge.
/** moves: how far a title may lie beside (and above) its place, in its own widths and heights; many: above so many nodes it stays there; few: up to so many titles are all written. */
const TITLE = {
  font: `650 13px ${FONT}`, number: `400 12px ${FONT}`, line: 16, least: 96, broad: 190, many: 1500, few: 14,
  moves: [[0, 0], [0, 0.4], [-0.2, 0], [0.2, 0], [-0.2, 0.4], [0.2, 0.4], [-0.4, 0], [0.4, 0], [-0.4, 0.4], [0.4, 0.4], [0, 0.9], [-0.3, 0.9], [0.3, 0.9]],
};

/** The ground of a frame, behind everything. */
function drawFrames(context) {
  const tint = style.frames[isDark() ? "dark" : "light"];
  for (const frame of scene.frames) {
    if (frame.folded) continue;
    const dim = lit && !lit.has(frame.item.node.id);
    context.beginPath();
    frame.outline.forEach(([x, y], index) => {
      const place = toScreen({ x, y });
      context[index ? "lineTo" : "moveTo"](place.x, place.y);
    });
    context.closePath();
    context.fillStyle = faded(tint[0], (dim ? 0.05 : isDark() ? 0.14 : 0.11) * framesShown());
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = faded(tint[1], (dim ? 0.2 : 0.6) * framesShown());
    context.stroke();
  }
}

/** The names of frames, above nodes and lines; gives the boxes that they take. */
function drawTitles(context, width, height) {
  const taken = [];
  const own = scene.frames.filter((each) => !each.folded).sort((a, b) => mustBeRead(b) - mustBeRead(a) || b.members.length - a.members.length);
  for (const frame of own) {
    frame.title = null;
    const at = toScreen(frame.item);
    const title = titled(context, frame, own.length > TITLE.few);
    if (at.x < -title.width || at.y < -40 || at.x > width + title.width || at.y > height + 40) continue;
    const box = withinView(titlePlace(at, title, taken), at, width);
    const isLeftOut = own.length > TITLE.few && !mustBeRead(frame) && (title.isCut || overlapping(box, taken));
    frame.title = isLeftOut ? [at.x - 12, at.y - 12, at.x + 12, at.y + 12] : box;
    taken.push(frame.title);
    isLeftOut ? drawMark(context, frame, at, 5) : drawTitle(context, frame, title);
  }
  return taken;
}

const mustBeRead = ({ item }) => state.chosen.node === item.node || pointed.node === item.node;

/** The sign of a body, in its title or, where there is no room for one, alone on the edge of its frame. */
function drawMark(context, { item }, { x, y }, radius) {
  const [fill, line] = fillOf(item.node);
  item.marked = { x, y, radius };
  context.globalAlpha = (lit && !lit.has(item.node.id) ? 0.45 : 1) * framesShown();
  context.beginPath();
  traceShape(context, style.kinds[item.node.kind].shape, x, y, radius);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 1.1;
  context.strokeStyle = line;
  context.stroke();
  context.globalAlpha = 1;
}

/** A title whose place is to be seen is to be read as well. */
function withinView([left, top, right, bottom], { x }, width) {
  const aside = x < 0 || x > width ? 0 : Math.max(4 - left, 0) + Math.min(width - 4 - right, 0);
  return [left + aside, top, right + aside, bottom];
}

/** What a title says, in one or two lines, and its size; one line, cut, where the frame is too small for more. */
function titled(context, frame, areMany) {
  const xs = frame.outline.map(([x]) => x);
  const room = Math.max(TITLE.least, Math.round((Math.max(...xs) - Math.min(...xs)) * camera.scale * 0.05) * 20);
  const key = `${language} ${room} ${areMany} ${mustBeRead(frame)}`;
  if (frame.titled && frame.titled.key === key) return frame.titled;
  const name = nameOf(frame.item.node);
  context.font = TITLE.font;
  const fitsIn = (lines, most) => lines.every((line) => context.measureText(line).width <= most);
  const [one, two] = [[shortened(name, 60)], wrapped(name, 12, 56)];
  const broad = areMany && !mustBeRead(frame) ? room : Math.max(room, TITLE.broad);
  const whole = fitsIn(one, mustBeRead(frame) ? broad : room) ? one : (wide > 600 || mustBeRead(frame)) && fitsIn(two, broad) ? two : null;
  const lines = whole || [cutTo(name, TITLE, room)];
  const widths = lines.map((line) => context.measureText(line).width);
  const number = count(frame.members.length);
  context.font = TITLE.number;
  const across = Math.max(...widths.slice(0, -1), widths.at(-1) + 6 + context.measureText(number).width);
  frame.titled = { key, lines: lines.map(isolatedText), number, isCut: !whole, last: widths.at(-1), width: across + 35, height: lines.length * TITLE.line + 10 };
  return frame.titled;
}

/** The box of a title over its place on the frame, moved a little along or above the edge where it covers fewer nodes. */
function titlePlace({ x, y }, { width, height }, taken) {
  const boxes = TITLE.moves.map(([aside, up]) => [x - width / 2 + aside * width, y - height / 2 - up * height, x + width / 2 + aside * width, y + height / 2 - up * height]);
  if (scene.items.length > TITLE.many) return boxes[0];
  // A node that is covered counts twice, one that is touched once; large ones more than small ones, those the reader looks at most.
  const weight = ({ node, seen }) => seen.radius ** 2 * (node === state.chosen.node ? 20 : lit && lit.has(node.id) ? 4 : 1);
  const within = ([left, top, right, bottom], reach) =>
    scene.items.filter(({ framed, seen }) => !framed && seen.x > left - reach * seen.radius && seen.x < right + reach * seen.radius && seen.y > top - reach * seen.radius && seen.y < bottom + reach * seen.radius)
      .reduce((sum, item) => sum + weight(item), 0);
  const covered = (own) => within(own, 1) + within(own, 0) + 500 * overlapping(own, taken);
  const hits = boxes.map(covered);
  return boxes[hits.indexOf(Math.min(...hits))];
}

const overlapping = ([left, top, right, bottom], boxes) => boxes.filter((box) => box[0] < right && left < box[2] && box[1] < bottom && top < box[3]).length;

function drawTitle(context, frame, { lines, number, last, height }) {
  const { node } = frame.item;
  const [left, top, right] = frame.title;
  const isChosen = state.chosen.node === node;
  context.globalAlpha = (lit && !lit.has(node.id) ? 0.45 : 1) * framesShown();
  context.beginPath();
  context.roundRect(left, top, right - left, height, 13);
  context.fillStyle = paint("--paper");
  context.fill();
  context.lineWidth = isChosen ? 3 : 1.3;
  context.strokeStyle = isChosen ? paint("--ink") : faded(style.frames[isDark() ? "dark" : "light"][1], 0.7);
  context.stroke();
  drawMark(context, frame, { x: left + 14, y: top + height / 2 }, 6);
  context.globalAlpha = (lit && !lit.has(node.id) ? 0.45 : 1) * framesShown();
  Object.assign(context, { textAlign: "left", textBaseline: "middle", fillStyle: paint("--ink"), font: TITLE.font });
  lines.forEach((text, index) => context.fillText(text, left + 24, top + 5.5 + (index + 0.5) * TITLE.line));
  Object.assign(context, { fillStyle: paint("--soft"), font: TITLE.number });
  context.fillText(number, left + 30 + last, top + 5.5 + (lines.length - 0.5) * TITLE.line);
  context.globalAlpha = 1;
}

/** The frame whose title lies under a place of the canvas. */
const titleAt = ({ x, y }) => scene.frames.findLast(({ folded: isFolded, title }) => !isFolded && title && x >= title[0] && x <= title[2] && y >= title[1] && y <= title[3]);

/** The frame of a body, open or folded. */
const frameOf = (node) => scene.frames.find((frame) => frame.item.node === node);
const turnOver = ({ item, folded: isFolded }) => change({ folded: toggled(state.folded, item.node.id, !isFolded) });
