// Saving the current view: one button a format. Files are made here, in the page, and handed over without a request.
const FORMATS = [
  ["png", "image/png", () => sheetAsPng(), "export_png"],
  ["svg", "image/svg+xml", () => sheetAsSvg(), "export_svg"],
  ["csv", "text/csv", () => nodesAsCsv(), "export_nodes", "nodes"],
  ["csv", "text/csv", () => tiesAsCsv(), "export_ties", "edges"],
  ["gexf", "application/gexf+xml", () => sceneAsGexf(), "export_gexf"],
];

/** Name of a file: title, view and period, in letters that every system knows. */
function fileName(ending, part = "") {
  const plain = (text) => folded(text.replace(/ä/gi, "ae").replace(/ö/gi, "oe").replace(/ü/gi, "ue")).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const [first, latest] = periodShown();
  const parts = [plain(document.title).slice(0, 60).replace(/-$/, ""), plain(viewInWords()).slice(0, 60).replace(/-$/, ""), first, latest === first ? "" : latest, part && plain(word(part))];
  return `${parts.filter(Boolean).join("_") || "protokollgraph"}.${ending}`;
}

async function saveAs([ending, type, written, , part]) {
  const content = await written();
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: fileName(ending, part) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  say(word("saved", { name: link.download }));
}

function fillExports() {
  byId("exports").replaceChildren(...FORMATS.map((format) =>
    make("button", { type: "button", id: `save-${format[0]}${format[4] ? `-${format[4]}` : ""}`, onclick: () => saveAs(format) },
      make("span", { class: "choice-name" }, word(format[3])), make("span", { class: "small" }, word(`${format[3]}_hint`)))));
}

whenChanged((changed) => {
  if (changed.has("language")) keepFocus(fillExports);
});
