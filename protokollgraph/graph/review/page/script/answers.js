// Answering: buttons and keys, what follows, and the file of answers.
const BUTTONS = [...document.querySelectorAll(".choice")];
let current = 0;

function goTo(index) {
  keepReason();
  current = index;
  draw();
  if (narrow.matches) byId("overview").open = false;
  byId("main").scrollTop = 0;
  scrollTo(0, 0);
}

/** The next open pair after this one, round about; else the one that follows. */
function goOn(onlyOpen) {
  const known = states();
  const shown = shownPairs();
  const at = shown.findIndex((pair) => pair.index === current);
  const order = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
  const next = onlyOpen ? order.find((pair) => known[pair.index] === "open") : order[0];
  if (next) goTo(next.index);
  else draw();
  if (!byId("done").hidden && onlyOpen) byId("done").scrollIntoView({ block: "nearest" });
}

function goBack() {
  const shown = shownPairs();
  const at = shown.findIndex((pair) => pair.index === current);
  goTo(shown[(at - 1 + shown.length) % shown.length].index);
}

/** Take an answer, or take it back if it is given already. */
function answer(what) {
  const pair = pairs[current];
  if (pair.record && what !== "same") return;
  const implied = following(pair);
  const before = given[pair.key];
  if (before && before.answer === what) {
    delete given[pair.key];
    remember();
    draw();
    return;
  }
  if (implied && implied !== "settled" && implied !== what) {
    draw();
    tell(word("against"));
    return;
  }
  given[pair.key] = { answer: what, reason: byId("why").value, when: moment(new Date()) };
  remember();
  goOn(true);
}

/** A reason that was typed belongs to the answer that stands. */
function keepReason() {
  const own = pairs[current] && given[pairs[current].key];
  if (own && own.reason !== byId("why").value) {
    own.reason = byId("why").value;
    remember();
  }
}
byId("why").addEventListener("change", keepReason);

function tell(text) {
  byId("follows").textContent = text;
  byId("follows").hidden = !text;
}

function draw() {
  if (!pairs.length) return;
  const known = states();
  const pair = pairs[current];
  const own = given[pair.key];
  const implied = following(pair);
  showPair(pair, current);
  fillList(known);
  const words = pair.record ? "record_answer" : entities[pair.one].kind === "person" ? "person_answer" : "answer";
  BUTTONS.forEach((button) => {
    const { answer: what } = button.dataset;
    button.disabled = pair.record && what !== "same";
    button.replaceChildren(make("span", {}, word(page.words[language][words][what] ? `${words}.${what}` : `answer.${what}`)), make("kbd", { "aria-hidden": "true" }, keyOf(what)));
    button.setAttribute("aria-pressed", String(Boolean(own) && own.answer === what));
  });
  byId("why").value = own ? own.reason : "";
  tell(implied && !own ? word(`follows.${implied}`) : "");
  sum(known);
}

const keyOf = (what) => ({ same: language === "de" ? "J" : "Y", different: "N", unsure: "U" })[what];

function sum(known) {
  const left = known.filter((state) => state === "open").length;
  const n = Object.keys(given).length;
  const follow = known.length - left - n;
  byId("summary").textContent = word("summary", { left: count(left), all: count(pairs.length) }) +
    (n ? word("summary_given", { given: count(n) }) : "") + (follow ? word("summary_follow", { follow: count(follow) }) : "") + (remembered ? "" : ` · ${word("not_kept")}`);
  byId("progress").max = pairs.length || 1;
  byId("progress").value = pairs.length - left;
  byId("done").hidden = left > 0;
  for (const id of ["save", "save-at-end"]) {
    byId(id).textContent = n ? word("save_n", { n: count(n) }) : word("save");
    byId(id).disabled = n === 0;
  }
}

/** Local time with its offset, as 2026-03-02T14:30:00+01:00. */
function moment(now) {
  const two = (n) => String(n).padStart(2, "0");
  const offset = -now.getTimezoneOffset();
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}${zone}`;
}

/** What may stand in a column: one line, nothing that is not printed, nothing that turns the direction of reading. */
const column = (text) => String(text).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();

function asRows() {
  const rows = pairs.filter((pair) => given[pair.key]).map((pair) => {
    const { answer: what, reason, when } = given[pair.key];
    const [subject, object] = pair.record ? [pair.one, pair.other] : pair.key.split(" ");
    const why = reason.trim() ? reason : word("asked_reason", { text: pair.question.text });
    return [when, byId("who").value, pair.record ? "same-as" : what, subject, object, why].map(column).join("\t");
  });
  return [page.columns.join("\t"), ...rows, ""].join("\n");
}

function save() {
  keepReason();
  const file = `${language === "de" ? "antworten" : "answers"}-${moment(new Date()).slice(0, 10)}.tsv`;
  const address = URL.createObjectURL(new Blob([asRows()], { type: "text/tab-separated-values" }));
  const link = make("a", { href: address, download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  byId("saved").replaceChildren(make("p", {}, word("saved", { file })), make("pre", {}, make("code", {}, `protokollgraph review --batch ${file}`)));
  byId("saved").hidden = false;
  byId("saved").scrollIntoView({ block: "nearest" });
}

BUTTONS.forEach((button) => button.addEventListener("click", () => answer(button.dataset.answer)));
byId("back").addEventListener("click", goBack);
byId("on").addEventListener("click", () => goOn(false));
byId("save").addEventListener("click", save);
byId("save-at-end").addEventListener("click", save);
byId("who").addEventListener("change", remember);

const KEYS = { y: () => answer("same"), j: () => answer("same"), n: () => answer("different"), u: () => answer("unsure"), ArrowRight: () => goOn(false), ArrowLeft: goBack, g: () => byId("why").focus() };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !pairs.length) return;
  if (event.target === byId("why") && (event.key === "Enter" || event.key === "Escape")) return byId("main").focus();
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
