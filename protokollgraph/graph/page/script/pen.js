// A pen that stands in for the context of a canvas and writes SVG: whatever is painted can be saved as drawing, too.
const NOT_IN_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** A text without characters that XML cannot hold (XML 1.0, section 2.2). */
const forXml = (text) => String(text).replace(NOT_IN_XML, "\ufffd");
const rounded = (number) => String(Math.round(number * 100) / 100);
const AT_REST = { fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, globalAlpha: 1, font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter", lineCap: "butt", direction: "inherit", dash: [] };
/** From the line on which letters stand to what a canvas calls top, middle and bottom, as a share of their height. */
const BASELINES = { top: 0.8, hanging: 0.8, middle: 0.35, bottom: -0.2, ideographic: -0.2 };

/** A colour and its opacity apart: drawing programs do not know eight digits. */
function inkOf(colour, alpha) {
  const parts = /^(#[0-9a-f]{6})([0-9a-f]{2})$/i.exec(colour);
  const opacity = alpha * (parts ? parseInt(parts[2], 16) / 255 : 1);
  return [parts ? parts[1] : colour, opacity < 1 ? rounded(opacity) : null];
}

class SvgPen {
  /** into: the element that takes what is painted. */
  constructor(into) {
    this.ruler = document.createElement("canvas").getContext("2d");
    Object.assign(this, AT_REST, { into, at: [1, 0, 0, 1, 0, 0], kept: [], pieces: [], painted: null, clips: 0 });
  }

  save() {
    this.kept.push(Object.fromEntries([...Object.keys(AT_REST), "at", "into"].map((name) => [name, this[name]])));
  }

  restore() {
    Object.assign(this, this.kept.pop() || {});
  }

  transform(a, b, c, d, e, f) {
    const [p, q, r, s, t, u] = this.at;
    this.at = [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, p * e + r * f + t, q * e + s * f + u];
  }

  setTransform(...matrix) {
    this.at = matrix;
  }

  translate(x, y) {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x, y) {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle) {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }

  place(x, y) {
    const [a, b, c, d, e, f] = this.at;
    return `${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`;
  }

  beginPath() {
    Object.assign(this, { pieces: [], painted: null });
  }

  /** Each piece that begins anew becomes an element of its own: a node, a line. */
  moveTo(x, y) {
    this.pieces.push(`M${this.place(x, y)}`);
  }

  add(text) {
    this.pieces.push(`${this.pieces.pop() || ""}${text}`);
  }

  lineTo(x, y) {
    this.pieces.length ? this.add(`L${this.place(x, y)}`) : this.moveTo(x, y);
  }

  quadraticCurveTo(...points) {
    this.add(`Q${this.place(...points.slice(0, 2))} ${this.place(...points.slice(2))}`);
  }

  bezierCurveTo(...points) {
    this.add(`C${[0, 2, 4].map((start) => this.place(...points.slice(start, start + 2))).join(" ")}`);
  }

  arc(x, y, radius, from, to, backwards = false) {
    const turn = backwards ? -1 : 1;
    const round = Math.abs(to - from) >= 2 * Math.PI - 1e-9;
    const end = round ? from + turn * 2 * Math.PI : to;
    const on = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    const reach = rounded(radius * Math.hypot(this.at[0], this.at[1]));
    const start = `M${this.place(...on(from))}`;
    if (this.pieces.length === 0) this.pieces.push(start);
    else if (this.pieces.at(-1) !== start) this.lineTo(...on(from));
    for (const [angle, before] of [[(from + end) / 2, from], [end, (from + end) / 2]])
      this.add(`A${reach} ${reach} 0 ${Math.abs(angle - before) > Math.PI ? 1 : 0} ${backwards ? 0 : 1} ${this.place(...on(angle))}`);
    if (round) this.closePath();
  }

  rect(x, y, width, height) {
    this.moveTo(x, y);
    [[x + width, y], [x + width, y + height], [x, y + height]].forEach((corner) => this.lineTo(...corner));
    this.closePath();
  }

  roundRect(x, y, width, height, radius) {
    const [right, bottom, quarter] = [x + width, y + height, Math.PI / 2];
    this.moveTo(x + radius, y);
    [[right, y, -1, 1], [right, bottom, -1, -1], [x, bottom, 1, -1], [x, y, 1, 1]].forEach(([cornerX, cornerY, aside, down], index) =>
      this.arc(cornerX + aside * radius, cornerY + down * radius, radius, (index - 1) * quarter, index * quarter));
    this.closePath();
  }

  closePath() {
    if (this.pieces.length) this.add("Z");
  }

  setLineDash(lengths) {
    this.dash = [...lengths];
  }

  getLineDash() {
    return [...this.dash];
  }

  /** What was filled and is stroked then stays one element. */
  fill() {
    const [fill, opacity] = inkOf(this.fillStyle, this.globalAlpha);
    this.painted = this.group({ fill, "fill-opacity": opacity }, this.pieces.map((d) => svg("path", { d })));
  }

  stroke() {
    const [stroke, opacity] = inkOf(this.strokeStyle, this.globalAlpha);
    const look = {
      stroke, "stroke-opacity": opacity, "stroke-width": rounded(this.lineWidth * Math.hypot(this.at[0], this.at[1])),
      "stroke-dasharray": this.dash.length ? this.dash.map(rounded).join(" ") : null,
      "stroke-linejoin": this.lineJoin === "miter" ? null : this.lineJoin, "stroke-linecap": this.lineCap === "butt" ? null : this.lineCap,
    };
    if (this.painted) return Object.entries(look).forEach(([name, value]) => value !== null && this.painted.setAttribute(name, value));
    return this.group({ fill: "none", ...look }, this.pieces.map((d) => svg("path", { d })));
  }

  group(look, children) {
    if (children.length === 0) return null;
    const given = Object.fromEntries(Object.entries(look).filter(([, value]) => value !== null));
    return this.into.appendChild(svg("g", given, ...children));
  }

  clip() {
    const id = `cut-${++this.clips}`;
    this.into.append(svg("clipPath", { id }, svg("path", { d: this.pieces.join("") })));
    this.into = this.into.appendChild(svg("g", { "clip-path": `url(#${id})` }));
  }

  fillRect(...box) {
    this.beginPath();
    this.rect(...box);
    this.fill();
  }

  strokeRect(...box) {
    this.beginPath();
    this.rect(...box);
    this.stroke();
  }

  clearRect() {}

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  fillText(text, x, y) {
    const [fill, opacity] = inkOf(this.fillStyle, this.globalAlpha);
    const { lettering } = this;
    const ink = Object.entries({ fill, "fill-opacity": opacity }).filter(([, value]) => value !== null);
    // Outline and filling of the same letters are one text.
    const same = lettering && lettering.key === `${text} ${x} ${y} ${this.at}` && lettering.element.parentNode === this.into;
    const element = same ? lettering.element : this.into.appendChild(this.letters(text, x, y));
    ink.forEach(([name, value]) => element.setAttribute(name, value));
    if (same) element.setAttribute("paint-order", "stroke");
  }

  strokeText(text, x, y) {
    const [stroke, opacity] = inkOf(this.strokeStyle, this.globalAlpha);
    const element = this.into.appendChild(this.letters(text, x, y));
    Object.entries({ fill: "none", stroke, "stroke-opacity": opacity, "stroke-width": rounded(this.lineWidth), "stroke-linejoin": this.lineJoin })
      .forEach(([name, value]) => value !== null && element.setAttribute(name, value));
    this.lettering = { key: `${text} ${x} ${y} ${this.at}`, element };
  }

  letters(text, x, y) {
    const [, weight, size, family] = /^(?:(?:italic )?([\w ]+) )?([\d.]+)px (.+)$/.exec(this.font) || [null, "", "12", "sans-serif"];
    const down = y + (BASELINES[this.textBaseline] || 0) * Number(size);
    const anchor = { center: "middle", right: "end", end: "end" }[this.textAlign];
    const [a, b, c, d, e, f] = this.at;
    const isMoved = a === 1 && b === 0 && c === 0 && d === 1;
    const look = {
      x: rounded(isMoved ? x + e : x), y: rounded(isMoved ? down + f : down), "font-size": size, ...(family === FONT ? {} : { "font-family": family }),
      ...(weight ? { "font-weight": weight } : {}), ...(this.font.startsWith("italic ") ? { "font-style": "italic" } : {}), ...(anchor ? { "text-anchor": anchor } : {}), ...(isMoved ? {} : { transform: `matrix(${this.at.map((part) => Math.round(part * 1e5) / 1e5).join(" ")})` }),
    };
    return svg("text", look, forXml(text));
  }
}
