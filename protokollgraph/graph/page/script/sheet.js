// The sheet: the picture as it is seen, with what it shows above it, and legend and source below; for PNG, SVG and print.
const PAGE = { margin: 24, title: 24, line: 19, entry: 24 };
/** Size of a picture that nobody sees now, because the table is shown. */
const UNSEEN = [1400, 860];

/** Do something while the picture has another size and the camera sees all of it; afterwards everything is as before. */
function elsewhere([across, down], isFitted, act) {
  const before = [{ ...camera }, wide, high];
  [wide, high] = [across, down];
  if (isFitted) Object.assign(camera, cameraFor());
  try {
    return act();
  } finally {
    Object.assign(camera, before[0]);
    [wide, high] = before.slice(1);
    redraw();
  }
}

/** Where everything stands on a sheet with a picture of this size: lines of the head, rows of the legend, heights. */
function planned(context, [across, down]) {
  const room = across - 2 * PAGE.margin;
  const head = [
    ...broken(context, document.title, `650 18px ${FONT}`, room, PAGE.title),
    ...broken(context, [viewInWords(), amountInWords(), periodInWords()].filter(Boolean).join(" · "), `450 13px ${FONT}`, room, PAGE.line),
    ...(limitsInWords().length ? broken(context, `${word("chips")}: ${limitsInWords().join(" · ")}`, `450 13px ${FONT}`, room, PAGE.line) : []),
  ];
  const foot = broken(context, `${sourceInWords()} ${word("footer")}`, `450 12px ${FONT}`, room, PAGE.line);
  const legend = arranged(context, legendEntries(), room);
  const heights = { head: heightOf(head) + PAGE.margin + 8, legend: legend.length * PAGE.entry + 12, foot: heightOf(foot) + PAGE.margin };
  return { across, down, head, foot, legend, heights, total: heights.head + down + heights.legend + heights.foot };
}

const heightOf = (lines) => lines.reduce((height, line) => height + line.height, 0);

/** A text in lines that fit, at most four. */
function broken(context, text, font, room, height) {
  context.font = font;
  const lines = [""];
  for (const part of text.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${part}` : part;
    if (context.measureText(longer).width <= room || !lines.at(-1)) lines[lines.length - 1] = fitting(context, longer, room);
    else lines.push(fitting(context, part, room));
  }
  if (lines.length > 4) lines.splice(4, Infinity, "…");
  return lines.map((line) => ({ text: line, font, height }));
}

/** A text without blanks that is too long for a line loses its end. */
function fitting(context, text, room) {
  let characters = Array.from(text);
  while (characters.length > 1 && context.measureText(characters.join("")).width > room) characters = [...characters.slice(0, Math.floor(characters.length * 0.9) - 1), "…"];
  return characters.join("");
}

/** What marks and lines mean; a picture that draws itself says it beside them. */
function legendEntries() {
  if (scene.paint) return [];
  const present = (own) => scene.items.some(({ node }) => node.kind === own);
  return [
    ...kinds.filter(present).map((kind) => ({ kind, text: word(`kinds.${kind}`) })),
    ...groupEntries(),
    ...familyOrder.filter((family) => scene.ties.some((tie) => tie.family === family)).map((family) => ({ family, text: word(`families.${family}`) })),
  ];
}

function arranged(context, entries, room) {
  context.font = `450 13px ${FONT}`;
  const rows = [];
  let x = Infinity;
  for (const entry of entries) {
    const width = 34 + context.measureText(entry.text).width + 22;
    if (x + width > room + 22) rows.push([]), (x = 0);
    rows.at(-1).push({ ...entry, x: x + PAGE.margin });
    x += width;
  }
  return rows;
}

function paintSheet(context, plan) {
  context.fillStyle = paint("--paper");
  context.fillRect(0, 0, plan.across, plan.total);
  Object.assign(context, { textAlign: "left", textBaseline: "middle" });
  writeLines(context, plan.head, PAGE.margin);
  context.save();
  context.translate(0, plan.heights.head);
  context.beginPath();
  context.rect(0, 0, plan.across, plan.down);
  context.clip();
  painter(context, plan.across, plan.down, []);
  context.restore();
  Object.assign(context, { textAlign: "left", textBaseline: "middle", globalAlpha: 1, lineJoin: "miter" });
  const below = plan.heights.head + plan.down;
  context.setLineDash([]);
  plan.legend.forEach((row, index) => row.forEach((entry) => paintEntry(context, entry, below + 18 + index * PAGE.entry)));
  writeLines(context, plan.foot, below + plan.heights.legend, "--soft");
}

function writeLines(context, lines, top, colour = "--ink") {
  let down = top;
  context.fillStyle = paint(colour);
  for (const { text, font, height } of lines) {
    context.font = font;
    context.fillText(text, PAGE.margin, down + height / 2);
    down += height;
  }
}

function paintEntry(context, { kind, group, family, text, x }, y) {
  context.beginPath();
  if (kind) {
    [context.fillStyle, context.strokeStyle] = kindColours(kind);
    traceShape(context, style.kinds[kind].shape, x + 12, y, 6);
    context.fill();
    context.lineWidth = 1.2;
  } else if (group !== undefined) {
    [context.fillStyle, context.strokeStyle] = coloursOfGroup(group);
    traceShape(context, "square", x + 12, y, 7);
    context.fill();
    context.lineWidth = 1.2;
  } else {
    context.strokeStyle = lineColour(family);
    context.setLineDash(style.families[family].dash);
    context.lineWidth = 2.4;
    context.moveTo(x, y);
    context.lineTo(x + 24, y);
  }
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = paint("--ink");
  context.font = `450 13px ${FONT}`;
  context.fillText(text, x + 32, y);
}

/** Make a sheet of the picture as it is seen now, or of a size, then with all of the scene in it. */
function onSheet(size, act) {
  const isSeen = wide > 0 && high > 0 && !size;
  return elsewhere(isSeen ? [wide, high] : size || UNSEEN, !isSeen, () => act([wide, high]));
}

/** A picture in twice as many dots as the screen has, for paper. */
function sheetAsPng() {
  const drawn = onSheet(null, (size) => sheetCanvas(size));
  return new Promise((done) => drawn.toBlob(done, "image/png"));
}

function sheetCanvas(size) {
  const drawn = document.createElement("canvas");
  const context = drawn.getContext("2d", { alpha: false });
  const plan = planned(context, size);
  Object.assign(drawn, { width: Math.ceil(plan.across * 2), height: Math.ceil(plan.total * 2) });
  context.setTransform(2, 0, 0, 2, 0, 0);
  paintSheet(context, plan);
  return drawn;
}

const sheetAsSvg = () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(onSheet(null, sheetSvg))}\n`;

function sheetSvg(size) {
  const drawing = svg("svg", { role: "img", "aria-labelledby": "sheet-title sheet-desc", lang: language, "font-family": FONT });
  const pen = new SvgPen(drawing);
  const plan = planned(pen, size);
  const [width, height] = [Math.ceil(plan.across), Math.ceil(plan.total)];
  Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }).forEach(([name, value]) => drawing.setAttribute(name, value));
  drawing.append(svg("title", { id: "sheet-title" }, forXml(document.title)), svg("desc", { id: "sheet-desc" }, forXml(pictureInWords())));
  paintSheet(pen, plan);
  nameParts(drawing, plan.heights.head);
  return drawing;
}

/** Give each drawn node and line its name, found by tracing it once more. */
function nameParts(drawing, down) {
  const names = new Map();
  const traced = (name, trace) => {
    const pen = new SvgPen(null);
    pen.translate(0, down);
    trace(pen);
    names.set(pen.pieces.join(""), name);
  };
  scene.ties.forEach((tie) => traced(`${isolatedText(nameOf(tie.from.node))} – ${isolatedText(nameOf(tie.to.node))}: ${word(`families.${tie.family}`)}, ${counted("meeting", "meetings", tie.meetings.length)}`, (pen) => traceTie(pen, tie)));
  scene.items.forEach(({ node, seen, marked = seen }) => traced(`${nameOf(node)} (${word(`kind_one.${node.kind}`)})`, (pen) => traceShape(pen, style.kinds[node.kind].shape, marked.x, marked.y, marked.radius)));
  drawing.querySelectorAll("path").forEach((path) => {
    const name = names.get(path.getAttribute("d"));
    if (name) path.append(svg("title", {}, forXml(name)));
  });
}
