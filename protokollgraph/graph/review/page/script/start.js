// Language, light or dark, and the first view.
function speak() {
  document.documentElement.lang = language;
  document.title = word("title");
  document.querySelectorAll("[data-word]").forEach((element) => (element.textContent = word(element.dataset.word)));
  byId("language").textContent = word("switch_language");
  byId("language").lang = language === "de" ? "en" : "de";
  byId("theme").textContent = word(isDark() ? "light" : "dark");
  byId("why").placeholder = word("reason_hint");
  byId("who").placeholder = narrow.matches ? word("your_name") : "";
  byId("choices").setAttribute("aria-label", word("answers_label"));
  byId("pairs").setAttribute("aria-label", word("overview"));
  for (const [id, sign] of [["back", "←"], ["on", "→"]]) {
    byId(id).replaceChildren(make("span", { "aria-hidden": "true" }, sign), make("span", { class: "step-word" }, word(id)));
  }
  byId("saved").hidden = true;
  fillKinds();
  keepReason();
  draw();
}

function theme(name) {
  document.documentElement.dataset.theme = name;
}

const narrow = matchMedia("(max-width: 900px)");
const foldOverview = () => (byId("overview").open = !narrow.matches);
narrow.addEventListener("change", () => (foldOverview(), speak()));
foldOverview();

const darkWanted = matchMedia("(prefers-color-scheme: dark)");
theme(darkWanted.matches ? "dark" : "light");
darkWanted.addEventListener("change", () => (theme(darkWanted.matches ? "dark" : "light"), speak()));
byId("theme").addEventListener("click", () => (theme(isDark() ? "light" : "dark"), speak()));
byId("language").addEventListener("click", () => ((language = language === "de" ? "en" : "de"), speak()));

recall();
const firstOpen = states().indexOf("open");
current = Math.max(0, firstOpen);
speak();
document.documentElement.dataset.ready = "yes";
