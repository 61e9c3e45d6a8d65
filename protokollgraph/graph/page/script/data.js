// The data of the page, which comes in columns to keep the file small, as rows: see columns.py.
function rowsOf({ rows, columns, list }) {
  const made = Array.from({ length: rows }, () => (list ? [] : {}));
  for (const [name, column] of Object.entries(columns)) {
    valuesOf(column, rows).forEach((value, row) => value !== undefined && (made[row][name] = value));
  }
  return made;
}

function valuesOf(column, rows) {
  if (Array.isArray(column)) return column;
  if (column.columns) return rowsOf(column);
  if (column.words) {
    const words = valuesOf(column.words);
    return column.at.map((word) => words[word]);
  }
  if (column.rest) return column.rest.map((rest) => column.before + rest);
  const values = Array(rows).fill(column.most);
  valuesOf(column.column, column.at.length).forEach((value, index) => (values[column.at[index]] = value));
  return values;
}

for (const name of ["nodes", "facts", "passages"]) page[name] = rowsOf(page[name]);
page.nodes.forEach((node, id) => (node.id = id));
// A protocol is [title, day, number of the meeting]; most are named like their meeting.
page.protocols = page.protocols.map((protocol) => (Array.isArray(protocol) ? protocol : [...page.meetings[protocol].slice(0, 2), protocol]));
for (const view of page.views) {
  // A tie is [from, to, family, facts]; of most only the facts are given, which have the same ends and family.
  view.ties = view.ties.map((tie) => {
    if (typeof tie[2] === "string") return tie;
    const own = Array.isArray(tie) ? tie : [tie];
    const { from, to, family } = page.facts[own[0]];
    return [Math.min(from, to), Math.max(from, to), family, own];
  });
}
