// The path of a project: its stations in the order of days on one thick line, in the lanes of the bodies they belong to.
// Wide screens read from left to right, narrow ones from top to bottom. All measures are pixels at zoom 1.
const PATH = { left: 244, least: 176, most: 262, head: 58, lane: 54, roomy: 92, between: 5, drop: 30, across: 372, track: 24, tracks: 96, dot: 11 };
/** Pages as narrow as this show the path from top to bottom. */
const tall = matchMedia("(max-width: 900px)");

if (pathLengths.size) ownScenes.set("path", pathScene);

/** The scene draws itself (paint), knows what lies where (at) and how it is shown first (show); drawing is what it consists of. */
function pathScene() {
  const project = projectOfPath();
  const stations = stationsOf(project);
  const numbers = [...new Set(stations.map((station) => station.lane))];
  const drawing = { project, stations, upright: tall.matches, lanes: numbers.map((id) => ({ id, name: laneName(id) })), boxes: [], writing: [], marks: [] };
  const own = { node: project, x: 0, y: 0 };
  const made = { items: [own], ties: [], frames: [], lanes: [], drawing, paint: paintPath, at: (place) => boxAt(drawing, toWorld(place)), first: () => pathCamera(drawing, true), whole: () => pathCamera(drawing, false) };
  stations.forEach((station, index) => {
    Object.assign(station, { index, project, track: numbers.indexOf(station.lane) });
    tieStation(station, own, made);
  });
  drawing.card = cardOf(project).map(([relation, own]) => [relation, own.map((fact) => carded(fact, made))]);
  (drawing.upright ? layUpright : layAcross)(drawing);
  return made;
}

const laneName = (id) => (id < 0 ? word("path.nobody") : nodes[id].label);

/** Items and ties of a station, so that it can be chosen, found and counted; they are drawn by the path, not as lines. */
function tieStation(station, own, made) {
  const key = `${station.day} ${station.lane}`;
  station.item = { node: station.lane < 0 ? own.node : nodes[station.lane], x: 0, y: 0 };
  station.choice = { tie: pathTie(station.item, own, station.facts, station.meetings, { key, station }) };
  made.items.push(station.item);
  made.ties.push(station.choice.tie);
  station.rows.forEach((row) => {
    row.item = { node: row.node, x: 0, y: 0 };
    row.tie = pathTie(row.item, own, row.facts, row.meetings, { key: `${key} ${row.what}` });
    row.choice = row.what === "decision" && row.told === 1 ? { node: row.node } : { tie: row.tie };
    made.items.push(row.item);
    made.ties.push(row.tie);
  });
}

function carded(fact, made) {
  const item = { node: nodes[fact.from], x: 0, y: 0 };
  const tie = pathTie(item, made.items[0], [fact.id], fact.passing, { key: `card ${fact.id}` });
  made.items.push(item);
  made.ties.push(tie);
  return { item, choice: { tie } };
}

const pathTie = (from, to, own, on, rest) => ({ from, to, family: facts[[...own][0]].family, facts: [...own], meetings: [...on].sort((a, b) => a - b), width: 1, quiet: false, ...rest });

/** From left to right: days above, lanes below them, what happened under each station; at the left who the project is. */
function layAcross(drawing, lane = PATH.lane) {
  const { stations, lanes } = drawing;
  const column = Math.max(PATH.least, Math.min(PATH.most, (wide - 60 - PATH.left) / stations.length));
  const bottom = PATH.head + lanes.length * (lane + PATH.between);
  drawing.width = PATH.left + stations.length * column;
  lanes.forEach((each, index) => Object.assign(each, { x: 0, y: PATH.head + index * (lane + PATH.between), width: drawing.width, height: lane }));
  const top = bottom + PATH.drop;
  let lowest = layCard(drawing, 0, top - 8, PATH.left - 34);
  for (const station of stations) {
    const x = PATH.left + station.index * column + PATH.dot + 8;
    place(station, x, lanes[station.track].y + lane / 2);
    const left = x - PATH.dot;
    write(drawing, [day(station.day) || word("path.undated")], left, 4, LETTERS.day, column - 20);
    write(drawing, [shortTitle(station)], left, 24, station.reported ? LETTERS.told : LETTERS.soft, column - 20);
    const end = layRows(drawing, station, left, top, column - 24);
    drawing.boxes.push({ x: left - 6, y: 0, width: column - 14, height: PATH.head, what: station.choice }, dotBox(station));
    lowest = Math.max(lowest, end);
    station.drop = { x, from: station.y + PATH.dot, to: top - 8 };
  }
  drawing.start = { x: PATH.left - 14, y: stations.length ? stations[0].y : 0 };
  drawing.height = lowest;
  layNote(drawing, 14, 24, PATH.left - 40);
  // Where there is room, lanes are wider: the line is what should be seen first.
  const roomy = Math.min(PATH.roomy, lane + Math.floor((high - 70 - drawing.height) / lanes.length));
  if (roomy > lane) return layAcross(Object.assign(drawing, { boxes: [], writing: [], marks: [] }), roomy);
  return markGaps(stations, (before, after) => ({ x: after.x - PATH.dot - 12, y: 14, cut: { x: before.x + 32, y: before.y } }));
}

/** From top to bottom: lanes as tracks at the left, each station's text beside its place on the line. */
function layUpright(drawing) {
  const { stations, lanes } = drawing;
  const apart = Math.min(PATH.track, PATH.tracks / Math.max(1, lanes.length));
  const left = 20 + lanes.length * apart + 6;
  const across = Math.max(PATH.across, Math.min(560, wide - 18));
  drawing.width = across;
  let y = layCard(drawing, 0, 0, across) + 30;
  const top = y - 14;
  for (const station of stations) {
    if (station.index && gapOf(stations[station.index - 1], station) >= LONG_GAP) y += 24;
    place(station, 20 + station.track * apart, y + 9);
    const begin = y;
    const title = [day(station.day) || word("path.undated"), shortTitle(station)].filter(Boolean).join(" · ");
    y = write(drawing, [title], left, y, LETTERS.day, across - left);
    y = write(drawing, [laneName(station.lane)], left, y, station.reported ? LETTERS.told : LETTERS.soft, across - left) + 5;
    drawing.boxes.push({ x: left - 6, y: begin - 5, width: across - left + 6, height: y - begin + 3, what: station.choice }, dotBox(station));
    y = Math.max(layRows(drawing, station, left, y, across - left), begin + 46) + 24;
  }
  lanes.forEach((lane, index) => Object.assign(lane, { x: 20 + index * apart - apart / 2 + 1.5, y: top, width: apart - 3, height: y - top - 10 }));
  drawing.start = { x: stations.length ? stations[0].x : 20, y: top - 16 };
  drawing.height = layNote(drawing, left, y, across - left);
  markGaps(stations, (before, after) => ({ x: left, y: after.y - 30, cut: { x: after.x, y: after.y - 28 } }));
}

function place(station, x, y) {
  Object.assign(station, { x, y });
  Object.assign(station.item, { x, y });
}

const dotBox = ({ x, y, choice }) => ({ x: x - 16, y: y - 16, width: 32, height: 32, what: choice });

const layNote = (drawing, x, y, width) => (drawing.stations.length > 2 ? write(drawing, [word("path.scale")], x, y, LETTERS.told, width) : y);

/** So many days without a station are marked. */
const LONG_GAP = 75;
const gapOf = (before, after) => (before.day && after.day ? (Date.parse(after.day) - Date.parse(before.day)) / 86400000 : 0);

function markGaps(stations, where) {
  stations.slice(1).forEach((station, index) => {
    const days = gapOf(stations[index], station);
    if (days >= LONG_GAP) station.gap = { ...where(stations[index], station), text: word("path.months", { n: count(Math.round(days / 30.4)) }) };
  });
}

/** What lies under a place of the picture. */
function boxAt(drawing, { x, y }) {
  const found = drawing.boxes.findLast((box) => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height);
  return found ? found.what : {};
}

/** The camera that sees all of it; at first, if it could not be read then, only its beginning. */
function pathCamera({ width, height, upright }, isFirst) {
  const [beside, below] = upright ? [18, 0] : [48, 40];
  const all = Math.min((wide - beside) / width, (high - below) / height, 1.15);
  const scale = !isFirst ? all : upright ? Math.min(1.5, (wide - beside) / width) : Math.max(all, Math.min(0.94, (high - below) / height), 0.8);
  const [spareX, spareY] = [wide / scale - width, high / scale - height];
  return { x: spareX > 0 ? width / 2 : (wide / 2 - 24) / scale, y: spareY > 0 && !upright ? height / 2 - Math.min(0, spareY / 2 - 40) : (high / 2 - 16) / scale, scale };
}
tall.addEventListener("change", () => state.view === "path" && (change({ project: state.project }), fit()));
