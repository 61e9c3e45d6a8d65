// The scene as tables of nodes and of ties: for readers without the picture, for printing, for sorting and filtering.
/** So many rows are made at once; a longer table says how many more there are. */
const MOST_ROWS = 500;
/** While time runs, the table is made anew many times a second. */
const WHILE_PLAYING = 40;
/** Which table is shown, and how each is sorted: column and direction. */
let listed = "nodes";
/** On paper there is always a table. */
let isPrinting = false;
const sorting = { nodes: { column: 2, down: true }, ties: { column: 3, down: true }, stations: { column: 0, down: false } };
/** The path of a project has a table of its own, of its stations. */
const tableNow = () => (scene.drawing ? "stations" : listed);
/** The rows that the text field leaves, in order; elements of those made so far, by key. */
let rowsLeft = [];
let rowsMade = new Map();

function fillTable() {
  if (byId("table").hidden && !isPrinting) return;
  const { caption, columns } = TABLES[tableNow()];
  spelled = spelled || spellings();
  tiesAt = tiesByNode();
  byId("table").dataset.of = tableNow();
  byId("caption").textContent = typeof caption === "function" ? caption() : word(caption);
  byId("list-nodes").parentElement.hidden = Boolean(scene.drawing);
  ["nodes", "ties"].forEach((name) => byId(`list-${name}`).setAttribute("aria-pressed", String(listed === name)));
  byId("amount-nodes").textContent = count(scene.of.size);
  byId("amount-ties").textContent = count(scene.ties.length);
  byId("columns").replaceChildren(...columns.map(heading));
  fillRows();
}

const classOf = ({ name, figure, narrow: isNarrow, beside }) => [`col-${name}`, figure && "figure", !isNarrow && "not-narrow", !beside && "not-beside"].filter(Boolean).join(" ");

function heading(column, index) {
  const { column: chosen, down } = sorting[tableNow()];
  const own = chosen === index;
  const sort = () => {
    sorting[tableNow()] = { column: index, down: own ? !down : Boolean(column.figure) };
    keepFocus(fillTable);
  };
  return make("th", { scope: "col", class: classOf(column), "aria-sort": own ? (down ? "descending" : "ascending") : null },
    make("button", { type: "button", id: `sort-${column.name}`, onclick: sort }, word(column.name), make("span", { class: "arrow", "aria-hidden": "true" }, own ? (down ? " ↓" : " ↑") : "")));
}

function fillRows() {
  const { rows, columns, order, words: wordsOf } = TABLES[tableNow()];
  const { column, down } = sorting[tableNow()];
  const parts = folded(byId("row-filter").value.trim()).split(/\s+/).filter(Boolean);
  const all = rows();
  const kept = parts.length ? all.filter((row) => { const own = wordsOf(row); return parts.every((part) => own.some((text) => text.includes(part))); }) : all;
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
  rowsLeft = kept.map((row) => [columns[column].value(row), row]).sort(([a, one], [b, other]) => (down ? -1 : 1) * compare(a, b) || order(one, other)).map(([, row]) => row);
  byId("row-count").textContent = parts.length ? word("rows_found", { n: count(kept.length), all: count(all.length) }) : "";
  rowsMade = new Map();
  byId("rows").replaceChildren();
  showRows(isPrinting ? MOST_PRINTED : state.playing ? WHILE_PLAYING : MOST_ROWS);
  if (rowsLeft.length === 0) byId("rows").append(make("tr", {}, make("td", { colspan: columns.length, class: "none" }, word("found_none"))));
  markRow();
}

/** Show so many rows in all. */
function showRows(number) {
  const { columns } = TABLES[tableNow()];
  const made = rowsLeft.slice(rowsMade.size, number).map((row) => [row, rowElement(row, columns)]);
  made.forEach(([row, element]) => rowsMade.set(row.key, element));
  byId("rows").append(...made.map(([, element]) => element));
  const left = rowsLeft.length - rowsMade.size;
  const more = () => {
    const before = rowsMade.size;
    showRows(Infinity);
    rowsMade.get(rowsLeft[before].key).querySelector("button").focus();
  };
  byId("more-rows").replaceChildren(...(left > 0 ? [isPrinting ? word("not_shown", { n: count(left) }) : make("button", { type: "button", class: "plain", onclick: more }, word("show_more", { n: count(left) }))] : []));
}

function rowElement(row, columns) {
  const what = row.node ? { node: row.node } : { tie: row.tie };
  const cells = columns.map((column, index) => {
    const shown = column.show ? column.show(row) : column.figure ? count(column.value(row)) : column.value(row);
    return make(index ? "td" : "th", { scope: index ? null : "row", class: classOf(column) }, shown);
  });
  const here = (on) => () => bringOut(on ? what : {});
  return make("tr", { onpointerenter: here(true), onpointerleave: here(false), onfocusin: here(true), onfocusout: here(false) }, ...cells);
}

/** Mark the row of what is chosen, and bring it into view beside the picture. */
function markRow() {
  const { node, tie } = state.chosen;
  const key = node ? `node ${node.id}` : tie ? tieKey(tie) : "";
  byId("rows").querySelectorAll("[aria-current]").forEach((element) => element.removeAttribute("aria-current"));
  const index = key ? rowsLeft.findIndex((row) => row.key === key) : -1;
  if (index < 0) return;
  if (index >= rowsMade.size) showRows(index + 1);
  const element = rowsMade.get(key);
  element.setAttribute("aria-current", "true");
  element.scrollIntoView({ block: "nearest" });
}

/** Picture, table, or both beside each other. */
function showLayout() {
  const { layout } = state;
  byId("picture").hidden = layout === "table";
  byId("table").hidden = layout === "picture";
  document.body.classList.toggle("with-both", layout === "both");
  ["picture", "both", "table"].forEach((name) => byId(`show-${name}`).setAttribute("aria-pressed", String(layout === name)));
  fillTable();
  resized();
}
["picture", "both", "table"].forEach((name) => byId(`show-${name}`).addEventListener("click", () => change({ layout: name })));
["nodes", "ties"].forEach((name) => byId(`list-${name}`).addEventListener("click", () => ((listed = name), fillTable())));
byId("row-filter").addEventListener("input", fillRows);

whenChanged((changed) => {
  if (changed.has("layout")) showLayout();
  else if (changed.has("scene") || changed.has("language") || changed.has("theme")) keepFocus(fillTable);
  else if (changed.has("chosen") && !byId("table").hidden) markRow();
});
