// Time that plays: from the beginning to a day that moves, or a window of some months that moves.
/** [id, months or days], so that a window is offered that fits into the period some times. */
const WINDOWS = [["14d", 14], ["1m", 1], ["3m", 3], ["6m", 6], ["12m", 12], ["36m", 36]];
const windowsThatFit = hasTime ? WINDOWS.filter(([id, n]) => 2.5 * (id.endsWith("d") ? n : 30.4 * n) <= PARTS.day.of(timeSpan.last)).slice(-3) : [];
/** A run lasts about so long (ms), however long the period is; a step takes at least and at most so long. */
const [RUN, QUICKEST, SLOWEST] = [16_000, 90, 500];
/** So many steps, where nothing may move by itself. */
const FEW_STEPS = 20;
const [stepParts, stepTime] = still ? [Math.max(1, Math.round(timeParts / FEW_STEPS)), 0] : [1, Math.max(QUICKEST, Math.min(SLOWEST, RUN / Math.max(1, timeParts)))];
const nowShown = byId("now");
/** {at (part), next (when), told (when)} while time runs; isOwnStep while a change comes from here. */
let timeRun = null;
let isOwnStep = false;

/** First day of the window that ends on a day; "" from the beginning, as far as the reader did not choose another one. */
function windowStart(to, id) {
  if (id === "all") return "";
  const end = dayAfter(to);
  return id.endsWith("d") ? dayAfter(end, -Number.parseInt(id, 10)) : monthsAfter(end, -Number.parseInt(id, 10));
}

/** The part to begin with: after what is shown, or where the first window is full. */
function firstPart() {
  const [, upper] = markedParts();
  if (state.to && upper < timeParts - 1) return upper;
  if (windowField.value === "all") return state.from ? markedParts()[0] - 1 : -1;
  return Math.max(0, timeParts - 1 - partOf(windowStart(timeSpan.last, windowField.value))) - 1;
}

/** One step on; false at the end. */
function stepOn(at) {
  const to = lastDayOf(Math.min(at, timeParts - 1));
  isOwnStep = true;
  setTime(windowField.value === "all" ? state.from : windowStart(to, windowField.value), to);
  isOwnStep = false;
  tellNow(to);
  return at < timeParts - 1;
}

function tellNow(to) {
  const from = state.from ? partInWords(state.from) : "";
  nowShown.textContent = windowField.value === "all" || from === partInWords(to) ? partInWords(to) : `${from || partInWords(timeSpan.first)} – ${partInWords(to)}`;
  nowShown.hidden = false;
}

function playTime() {
  if (still) return stepOn(firstPart() + stepParts), say(nowShown.textContent);
  timeRun = { at: firstPart(), next: 0, told: performance.now() };
  change({ playing: true });
  say(word("plays"));
  return requestAnimationFrame(playTick);
}

function playTick(now) {
  if (!timeRun) return;
  if (now >= timeRun.next) {
    timeRun.at += stepParts;
    if (now - timeRun.told > 4000) (timeRun.told = now), say(nowShown.textContent);
    const begun = performance.now();
    if (!stepOn(timeRun.at)) return pauseTime();
    // In a large network most of the time is left to the picture and to the reader.
    timeRun.next = now + Math.max(stepTime, 3 * (performance.now() - begun));
  }
  requestAnimationFrame(playTick);
}

function pauseTime() {
  timeRun = null;
  // What is chosen was kept while it came and went; now it has to be there.
  isOwnStep = true;
  change({ playing: false, from: state.from });
  isOwnStep = false;
  nowShown.hidden = !(state.from || state.to);
  say(nowShown.textContent);
}

const togglePlay = () => (timeRun ? pauseTime() : playTime());

function fillPlay() {
  const name = word(timeRun ? "pause" : still ? "step_on" : "play");
  const shape = timeRun ? "M4 3h3v10H4zM9 3h3v10H9z" : still ? "M3 3l7 5-7 5zM11 3h2v10h-2z" : "M4 2.5l9 5.5-9 5.5z";
  playButton.setAttribute("aria-label", name);
  playButton.title = `${name} (${word("space_bar")})`;
  playButton.replaceChildren(svg("svg", { viewBox: "0 0 16 16", width: 18, height: 18, "aria-hidden": "true" }, svg("path", { d: shape })));
}

function fillWindows() {
  const before = windowField.value || "all";
  windowField.replaceChildren(make("option", { value: "all" }, word("window_all")), ...windowsThatFit.map(([id, n]) => make("option", { value: id }, word(id === "14d" ? "window_weeks" : n === 1 ? "window_month" : "window_months", { n }))));
  windowField.value = before;
}

if (hasTime) {
  playButton.addEventListener("click", togglePlay);
  windowField.addEventListener("change", () => timeRun && (timeRun.at = Math.max(timeRun.at, firstPart())));
  // The space bar, where it has no other meaning.
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (target.closest("button, summary, a, select, textarea, input:not([type=range]), .panel, .table")) return;
    event.preventDefault();
    togglePlay();
  });
  whenChanged((changed) => {
    if (changed.has("language")) fillWindows();
    if (changed.has("language") || changed.has("playing")) fillPlay();
    if (isOwnStep || !(changed.has("from") || changed.has("to"))) return;
    // The reader sets the time: it does not run on.
    if (timeRun) pauseTime();
    nowShown.hidden = true;
  });
}
