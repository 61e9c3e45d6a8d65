// Language, light or dark, and the first view.
function speak() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-word]").forEach((element) => (element.textContent = word(element.dataset.word)));
  const { protocols, first, last } = page.about;
  const key = protocols === 1 ? "summary_one" : "summary";
  const sum = word(key, { nodes: count(nodes.length), edges: count(facts.length), protocols: count(protocols) });
  byId("summary").textContent = nodes.length ? [sum, first && (first === last ? day(first) : word("period", { first: day(first), last: day(last) }))].filter(Boolean).join(" · ") : "";
  searchBox.placeholder = word("search_hint");
  byId("language").textContent = word("switch_language");
  byId("language").lang = language === "de" ? "en" : "de";
  canvas.setAttribute("aria-label", word("picture_label", { n: count(nodes.filter(isShown).length) }));
  document.querySelector(".views").setAttribute("aria-label", word("view"));
  for (const [id, name] of [["zoom-in", "zoom_in"], ["zoom-out", "zoom_out"], ["fit", "fit"]]) {
    byId(id).setAttribute("aria-label", word(name));
    byId(id).title = word(name);
  }
  spelled = null;
  paintAll();
}

/** Everything that has colours or words in it, once more. */
function paintAll() {
  paints.clear();
  byId("theme").textContent = word(isDark() ? "light" : "dark");
  filtered();
}

function theme(name) {
  document.documentElement.dataset.theme = name;
}

/** The picture got another size: keep what was in the middle there. */
function resized() {
  network.setSize("100%", "100%");
  network.redraw();
}

const darkWanted = matchMedia("(prefers-color-scheme: dark)");
theme(darkWanted.matches ? "dark" : "light");
darkWanted.addEventListener("change", () => (theme(darkWanted.matches ? "dark" : "light"), paintAll()));
byId("theme").addEventListener("click", () => (theme(isDark() ? "light" : "dark"), paintAll()));
byId("language").addEventListener("click", () => ((language = language === "de" ? "en" : "de"), speak()));

const foldLegend = () => (byId("legend").open = !narrow.matches);
narrow.addEventListener("change", foldLegend);
foldLegend();

let printing = null;
addEventListener("beforeprint", () => ((printing = document.documentElement.dataset.theme), theme("light"), (byId("legend").open = true), paintAll()));
addEventListener("afterprint", () => (theme(printing), foldLegend(), paintAll()));

speak();
fit();
document.documentElement.dataset.ready = "yes";
