// Language, light or dark, and what is shown first: what the address says.
function speak() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-word]").forEach((element) => (element.textContent = word(element.dataset.word)));
  document.querySelectorAll("[data-label]").forEach((element) => (element.setAttribute("aria-label", word(element.dataset.label)), (element.title = word(element.dataset.label))));
  searchBox.placeholder = word("search_hint");
  byId("row-filter").placeholder = word("row_filter");
  byId("language").textContent = word("switch_language");
  byId("language").lang = language === "de" ? "en" : "de";
}

function summarise() {
  const { protocols, first, last, left_out: missing } = page.about;
  const sum = word(protocols === 1 ? "summary_one" : "summary", { nodes: count(scene.of.size), edges: count(scene.ties.length), protocols: count(protocols) });
  const period = first && (first === last ? day(first) : word("period", { first: day(first), last: day(last) }));
  const leaves = missing && word("left_out", { nodes: count(missing.nodes), edges: count(missing.edges) });
  byId("summary").textContent = nodes.length ? [sum, period, leaves].filter(Boolean).join(" · ") : "";
  byId("summary").title = missing ? word("left_out_hint") : "";
  canvas.setAttribute("aria-label", word("picture_label", { n: count(scene.of.size) }));
  byId("nothing").hidden = nodes.length === 0 || scene.items.length > 0;
}

whenChanged((changed) => {
  if (changed.has("language")) speak();
  if (changed.has("language") || changed.has("scene")) summarise();
  if (changed.has("theme") || changed.has("language")) {
    paints.clear();
    nameTheme();
    redraw();
  }
});

const nameTheme = () => (byId("theme").textContent = word(isDark() ? "light" : "dark"));

function theme(name) {
  document.documentElement.dataset.theme = name;
}

const darkWanted = matchMedia("(prefers-color-scheme: dark)");
theme(darkWanted.matches ? "dark" : "light");
darkWanted.addEventListener("change", () => (theme(darkWanted.matches ? "dark" : "light"), change({ theme: null })));
byId("theme").addEventListener("click", () => (theme(isDark() ? "light" : "dark"), change({ theme: null })));
byId("language").addEventListener("click", () => ((language = language === "de" ? "en" : "de"), change({ language })));

const foldLegend = () => (byId("legend").open = !narrow.matches);
narrow.addEventListener("change", foldLegend);
foldLegend();

resized();
if (nodes.length) startLinks();
else speak(), nameTheme();
document.documentElement.dataset.ready = "yes";
