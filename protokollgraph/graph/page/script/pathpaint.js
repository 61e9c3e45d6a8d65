// How the path of a project is painted: lanes, the line, its stations and what is written beside them.
/** Signs of outcomes in a circle of radius 1: lines of corners. */
const SIGNS = {
  tick: [[[-0.45, 0.02], [-0.12, 0.36], [0.48, -0.34]]],
  cross: [[[-0.36, -0.36], [0.36, 0.36]], [[0.36, -0.36], [-0.36, 0.36]]],
  pause: [[[-0.22, -0.38], [-0.22, 0.38]], [[0.22, -0.38], [0.22, 0.38]]],
  arrow: [[[-0.48, 0], [0.44, 0]], [[0.08, -0.36], [0.46, 0], [0.08, 0.36]]],
  back: [[[0.48, 0], [-0.44, 0]], [[-0.08, -0.36], [-0.46, 0], [-0.08, 0.36]]],
  dot: [[[-0.42, -0.22], [0.42, -0.22]], [[-0.42, 0.2], [0.2, 0.2]]],
  question: [[[-0.26, -0.2], [-0.14, -0.42], [0.16, -0.42], [0.26, -0.16], [0, 0.06], [0, 0.16]], [[0, 0.42], [0, 0.46]]],
};
const outcomeLook = (outcome) => style.outcomes[outcome] || style.outcomes.Noted;
const pathColour = (project) => colours(project.kind)[project.kind === "paper" ? 1 : 0];
const isSameChoice = (one, other) => Boolean((one.node && one.node === other.node) || (one.tie && other.tie && one.tie.key === other.tie.key && one.tie.from.node === other.tie.from.node));

function paintPath(context, width, height) {
  const { drawing } = scene;
  const { scale } = camera;
  scene.items.forEach((item) => (item.seen = { item, ...toScreen(item), radius: 7 * scale }));
  context.save();
  context.translate(width / 2 - camera.x * scale, height / 2 - camera.y * scale);
  context.scale(scale, scale);
  const tint = style.frames[isDark() ? "dark" : "light"][0];
  // From afar texts cannot be read: then only the line, its stations and some days are there, larger than they would be.
  const isFar = scale < 0.4;
  const grown = isFar ? Math.min(3, 0.5 / scale) : 1;
  paintLanes(context, drawing, tint);
  paintChosen(context, drawing);
  paintLine(context, drawing, grown);
  drawing.stations.forEach((station) => paintStation(context, station, grown));
  context.textBaseline = "middle";
  context.textAlign = "left";
  isFar ? paintDays(context, drawing, scale) : paintTexts(context, drawing);
  if (!drawing.upright && !isFar) paintLaneNames(context, drawing, tint, camera.x - width / 2 / scale);
  context.restore();
}

function roundedBox(context, { x, y, width, height }, radius) {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
}

function paintTexts(context, { marks, writing, frame, project }) {
  roundedBox(context, frame, 10);
  context.strokeStyle = faded(pathColour(project), 0.75);
  context.lineWidth = 1.5;
  context.stroke();
  marks.forEach((mark) => paintMark(context, mark));
  context.textBaseline = "middle";
  context.textAlign = "left";
  writing.forEach(({ text, x, y, letters }) => {
    context.font = letters.font;
    context.fillStyle = paint(letters.colour);
    context.fillText(text, x, y);
  });
}

/** As many days as fit beside (or below) each other in letters that can be read. */
function paintDays(context, { stations, upright }, scale) {
  context.font = `600 ${11 / scale}px ${FONT}`;
  context.fillStyle = paint("--ink");
  let end = -Infinity;
  for (const { x, y, day: date } of stations) {
    const [at, size] = upright ? [y, 16 / scale] : [x, 84 / scale];
    if (at < end) continue;
    context.fillText(day(date), upright ? x + 130 : x, upright ? y : PATH.head - 12 / scale);
    end = at + size;
  }
}

function paintLanes(context, { lanes, stations }, tint) {
  lanes.forEach((lane) => {
    roundedBox(context, lane, Math.min(8, lane.width / 2));
    context.fillStyle = faded(tint, isDark() ? 0.17 : 0.11);
    context.fill();
  });
  context.lineWidth = 1.2;
  context.strokeStyle = faded(tint, 0.45);
  context.beginPath();
  stations.filter(({ drop }) => drop).forEach(({ drop }) => {
    context.moveTo(drop.x, drop.from);
    context.lineTo(drop.x, drop.to);
  });
  context.stroke();
}

/** Names of lanes stay at the left edge while the picture is moved. */
function paintLaneNames(context, { lanes, width }, tint, edge) {
  const x = Math.min(Math.max(0, edge), width - PATH.left);
  lanes.forEach((lane) => {
    lane.lines = lane.lines || linesTo(lane.name, LETTERS.strong, PATH.left - 46, Math.floor(lane.height / 18));
    context.font = LETTERS.strong.font;
    if (x > 0) {
      const longest = Math.max(...lane.lines.map((line) => context.measureText(line).width));
      roundedBox(context, { ...lane, x, width: longest + 26 }, 8);
      context.fillStyle = paint("--side");
      context.fill();
    }
    context.fillStyle = paint("--ink");
    lane.lines.forEach((line, index) => context.fillText(isolatedText(line), x + 14, lane.y + lane.height / 2 + (index - (lane.lines.length - 1) / 2) * 17));
  });
}

/** What is chosen, or what the pointer is on, lies on a soft ground. */
function paintChosen(context, { boxes }) {
  for (const [what, line] of [[pointed, 0], [state.chosen, 1.5]]) {
    for (const box of boxes.filter((each) => isSameChoice(each.what, what))) {
      roundedBox(context, box, 6);
      context.fillStyle = paint("--accent-soft");
      context.fill();
      context.lineWidth = line;
      context.strokeStyle = paint("--accent");
      if (line) context.stroke();
    }
  }
}

/** The line through the stations, dashed where it leads to one that is only told of elsewhere. */
function paintLine(context, { stations, start, upright, project }, grown) {
  context.lineCap = "round";
  [[paint("--paper"), 10], [pathColour(project), 5]].forEach(([colour, thick]) => {
    context.strokeStyle = colour;
    context.lineWidth = thick * grown;
    stations.forEach((station, index) => {
      context.setLineDash(station.reported && thick === 5 ? [3, 8] : []);
      context.beginPath();
      tracePath(context, index ? stations[index - 1] : start, station, upright);
      context.stroke();
    });
  });
  context.setLineDash([]);
  context.lineCap = "butt";
  context.beginPath();
  traceShape(context, style.kinds[project.kind].shape, start.x, start.y, 9);
  context.fillStyle = pathColour(project);
  context.fill();
  context.lineWidth = 2.5;
  context.strokeStyle = paint("--paper");
  context.stroke();
  if (grown === 1) stations.filter(({ gap }) => gap).forEach(({ gap }) => paintGap(context, gap, upright));
}

function tracePath(context, from, to, upright) {
  context.moveTo(from.x, from.y);
  if (upright) {
    const [begin, end] = [Math.max(from.y, to.y - 62), to.y - 14];
    context.lineTo(from.x, begin);
    context.bezierCurveTo(from.x, (begin + end) / 2, to.x, (begin + end) / 2, to.x, end);
  } else {
    const [begin, end] = [Math.max(from.x, to.x - 92), to.x - 20];
    context.lineTo(begin, from.y);
    context.bezierCurveTo((begin + end) / 2, from.y, (begin + end) / 2, to.y, end, to.y);
  }
  context.lineTo(to.x, to.y);
}

/** A long time without a station: two strokes through the line, and how long it was. */
function paintGap(context, { x, y, text, cut }, upright) {
  for (const [colour, thick] of [[paint("--paper"), 7], [paint("--soft"), 1.6]]) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.beginPath();
    [-3, 3].forEach((aside) => {
      context.moveTo(cut.x + (upright ? -8 : aside - 3), cut.y + (upright ? aside + 3 : 8));
      context.lineTo(cut.x + (upright ? 8 : aside + 3), cut.y + (upright ? aside - 3 : -8));
    });
    context.stroke();
  }
  context.font = LETTERS.told.font;
  context.fillStyle = paint("--soft");
  context.textBaseline = "middle";
  context.textAlign = upright ? "left" : "right";
  context.fillText(text, x, y);
}

function paintStation(context, station, grown) {
  const outcome = outcomeOf(station);
  if (outcome) return paintOutcome(context, { ...station, outcome, radius: PATH.dot * grown, several: station.rows.filter((row) => row.what === "decision").length });
  context.beginPath();
  context.arc(station.x, station.y, (PATH.dot - 2.5) * grown, 0, 2 * Math.PI);
  context.fillStyle = paint("--paper");
  context.fill();
  context.setLineDash(station.reported ? [4, 3] : []);
  context.lineWidth = 4 * grown;
  context.strokeStyle = pathColour(station.project);
  context.stroke();
  return context.setLineDash([]);
}

/** A round sign of an outcome; hollow and dashed where other protocols tell of it. */
function paintOutcome(context, { x, y, radius, outcome, reported, several }) {
  const look = outcomeLook(outcome);
  const colour = look[isDark() ? "dark" : "light"];
  context.beginPath();
  context.arc(x, y, radius + 2, 0, 2 * Math.PI);
  context.fillStyle = paint("--paper");
  context.fill();
  context.beginPath();
  context.arc(x, y, radius - (reported ? 1 : 0), 0, 2 * Math.PI);
  context.fillStyle = reported ? paint("--paper") : colour;
  context.fill();
  context.setLineDash(reported ? [3, 2.2] : []);
  context.lineWidth = reported ? 2 : 0.01;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
  context.strokeStyle = reported ? colour : paint("--paper");
  context.lineWidth = radius * 0.2;
  context.lineJoin = "round";
  context.lineCap = "round";
  if (look.sign === "several") return paintNumber(context, x, y, several, radius);
  context.beginPath();
  SIGNS[look.sign].forEach((line) => line.forEach(([dx, dy], index) => context[index ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius)));
  context.stroke();
  return (context.lineCap = "butt");
}

function paintNumber(context, x, y, number, radius) {
  context.fillStyle = context.strokeStyle;
  context.font = `650 ${radius * 1.2}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(String(number), x, y + 0.5);
  context.lineCap = "butt";
}

function paintMark(context, mark) {
  if (mark.outcome) return paintOutcome(context, mark);
  const [fill, line] = colours(mark.kind);
  context.beginPath();
  if (mark.what === "task") context.roundRect(mark.x - 5, mark.y - 5, 10, 10, 2);
  else traceShape(context, style.kinds[mark.kind].shape, mark.x, mark.y, mark.radius);
  const hollow = mark.what === "task" || mark.what === "discusses";
  context.fillStyle = hollow ? paint("--paper") : fill;
  context.fill();
  context.lineWidth = hollow ? 1.8 : 1.1;
  context.strokeStyle = mark.what === "task" ? lineColour("task") : hollow ? fill : line;
  return context.stroke();
}
