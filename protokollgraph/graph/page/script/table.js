// The same nodes as a table: for readers without the picture, for printing, for sorting.
const COLUMNS = [
  ["name", (node) => nameOf(node)],
  ["kind", (node) => word(`kind_one.${node.kind}`)],
  ["connections", (node) => node.facts.filter(isTieShown).length],
  ["first", (node) => node.told.first || ""],
  ["last", (node) => node.told.last || ""],
];
let sorting = { column: 2, down: true };

function fillTable() {
  if (byId("table").hidden && !matchMedia("print").matches) return;
  byId("columns").replaceChildren(...COLUMNS.map(([name], index) => {
    const own = sorting.column === index;
    const sort = () => (sorting = { column: index, down: own ? !sorting.down : index === 2 }) && (fillTable(), byId("columns").children[index].firstChild.focus());
    return make("th", { scope: "col", "aria-sort": own ? (sorting.down ? "descending" : "ascending") : null },
      make("button", { type: "button", onclick: sort }, word(name), make("span", { class: "arrow", "aria-hidden": "true" }, own ? (sorting.down ? " ↓" : " ↑") : "")));
  }));
  const value = COLUMNS[sorting.column][1];
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), language, { numeric: true }));
  const rows = nodes.filter(isShown).map((node) => [value(node), node]);
  rows.sort(([a, left], [b, right]) => (sorting.down ? -1 : 1) * compare(a, b) || right.rank - left.rank || left.id - right.id);
  byId("rows").replaceChildren(...rows.map(([, node]) => row(node)));
}

function row(node) {
  return make("tr", {},
    make("th", { scope: "row" }, make("button", { type: "button", class: "link", onclick: () => choose({ node }, { focus: true }) }, mark(node.kind), isolated(shortened(nameOf(node), 140)))),
    make("td", {}, word(`kind_one.${node.kind}`)),
    make("td", { class: "figure" }, count(COLUMNS[2][1](node))),
    make("td", {}, day(node.told.first)),
    make("td", {}, day(node.told.last)));
}

function showPicture(isPicture) {
  byId("picture").hidden = !isPicture;
  byId("table").hidden = isPicture;
  byId("show-picture").setAttribute("aria-pressed", String(isPicture));
  byId("show-table").setAttribute("aria-pressed", String(!isPicture));
  if (isPicture) resized();
  else fillTable();
}
byId("show-picture").addEventListener("click", () => showPicture(true));
byId("show-table").addEventListener("click", () => showPicture(false));
