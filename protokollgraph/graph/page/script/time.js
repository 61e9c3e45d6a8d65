// The time: a band under the picture with the meetings of the whole period, two handles, and two dates for exactness.
const timeStrip = byId("time");
/** So wide the strip has to be (pixels) for everything to stand in one row. */
const ROOMY = 860;
const hasTime = meetingDays.length > 1;
const timeHandle = (id) => make("input", { type: "range", id, class: "handle", min: 0, max: Math.max(1, timeParts - 1), step: 1 });
const dateField = (id) => make("input", { type: "date", id, min: timeSpan.first, max: timeSpan.last });
const [lowerHandle, upperHandle, fromField, toField] = [timeHandle("time-from"), timeHandle("time-to"), dateField("day-from"), dateField("day-to")];
const timeBars = svg("svg", { viewBox: `0 0 ${Math.max(1, timeParts)} 32`, preserveAspectRatio: "none", class: "bars", "aria-hidden": "true" });
const timeTrack = make("div", { class: "track" }, make("div", { class: "timeTrack-chosen" }));
const playButton = make("button", { type: "button", id: "play", class: "play" });
const windowField = make("select", { id: "window" });
const swapButton = make("button", { type: "button", id: "swap", class: "plain", onclick: () => setTime(toField.value, fromField.value) });
const timeTold = make("p", { class: "small", id: "time-told" });
const timeWrong = make("p", { class: "wrong", id: "time-wrong", role: "status" });
const timeLabels = { from: make("label", { for: "day-from" }), to: make("label", { for: "day-to" }), window: make("label", { for: "window" }), more: make("summary") };
const timeMore = make("details", { class: "time-more", id: "time-more", open: true }, timeLabels.more,
  make("div", { class: "time-fields" }, make("div", {}, timeLabels.from, fromField), make("div", {}, timeLabels.to, toField), make("div", {}, timeLabels.window, windowField)));

/** The parts that the handles mark now: [first, last]. */
const markedParts = () => [state.from ? partOf(state.from) : 0, state.to ? partOf(state.to) : timeParts - 1];

/** Limit the time; what lies at or beyond the ends of the period is no limit. */
function setTime(from, to) {
  change({ from: from && from > timeSpan.first ? from : "", to: to && to < timeSpan.last ? to : "" });
}
const setParts = (lower, upper) => setTime(firstDayOf(lower), lastDayOf(upper));

function handleMoved(event) {
  const [lower, upper] = [Number(lowerHandle.value), Number(upperHandle.value)];
  // A handle stops at the other one.
  event.target === lowerHandle ? setParts(Math.min(lower, upper), upper) : setParts(lower, Math.max(lower, upper));
  showTime();
}

/** Dates as typed. While a year is being typed it is one of the first centuries: nothing to act on yet. */
function dateTyped() {
  const [from, to] = [fromField.value, toField.value];
  if ([from, to].some((date) => date && date < "1000")) return;
  const isWrong = from !== "" && to !== "" && from > to;
  [fromField, toField].forEach((field) => (isWrong ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid")));
  timeWrong.replaceChildren(...(isWrong ? [word("time_reversed", { from: day(from), to: day(to) }), " ", swapButton] : []));
  if (!isWrong) setTime(from, to);
}

function showTime() {
  const [lower, upper] = markedParts();
  const [from, to] = [state.from || timeSpan.first, state.to || timeSpan.last];
  Object.assign(lowerHandle, { value: lower }).setAttribute("aria-valuetext", day(from));
  Object.assign(upperHandle, { value: upper }).setAttribute("aria-valuetext", day(to));
  // Where both are at the end, only the lower one has somewhere to go.
  lowerHandle.classList.toggle("above", lower === upper && upper === timeParts - 1);
  timeTrack.firstChild.style.left = `${(100 * lower) / timeParts}%`;
  timeTrack.firstChild.style.right = `${100 - (100 * (upper + 1)) / timeParts}%`;
  [...timeBars.children].forEach((bar) => bar.classList.toggle("in", bar.part >= lower && bar.part <= upper));
  [fromField.value, toField.value] = [from, to];
  [fromField, toField].forEach((field) => field.removeAttribute("aria-invalid"));
  timeWrong.replaceChildren();
  const shown = meetings.filter(([, date, body]) => date >= from && date <= to && (state.body < 0 || body === state.body)).length;
  timeTold.replaceChildren(make("strong", {}, timeInWords(from, to)), ` · ${counted("occasion", "occasions", shown)}`);
}

/** How many meetings each part has; those of one body, if only its meetings count. */
function fillBars() {
  const numbers = Array(timeParts).fill(0);
  meetings.forEach(([, date, body]) => isDay(date) && (state.body < 0 || body === state.body) && (numbers[partOf(date)] += 1));
  const most = Math.max(1, ...numbers);
  const gap = timeParts > 120 ? 0.1 : 0.2;
  timeBars.replaceChildren(...numbers.flatMap((number, part) => {
    if (number === 0) return [];
    const high = Math.max(3, (31 * number) / most);
    return [Object.assign(svg("rect", { x: part + gap / 2, width: 1 - gap, y: 32 - high, height: high }), { part })];
  }));
}

function speakTime() {
  timeStrip.setAttribute("aria-label", word("time"));
  timeLabels.from.textContent = word("time_from");
  timeLabels.to.textContent = word("time_to");
  timeLabels.window.textContent = word("window");
  timeLabels.more.textContent = word("time_more");
  swapButton.textContent = word("swap_days");
  lowerHandle.setAttribute("aria-label", word("handle_from"));
  upperHandle.setAttribute("aria-label", word("handle_to"));
}

/** The part under the pointer, as a fraction. */
function partAt(event) {
  const box = timeBars.getBoundingClientRect();
  return Math.max(0, Math.min(timeParts - 0.001, ((event.clientX - box.left) / box.width) * timeParts));
}

/** Between the handles the band is held and moved as a whole; elsewhere the nearer handle comes. */
let bandHeld = null;
timeBars.addEventListener("pointerdown", (event) => {
  const [at, [lower, upper]] = [partAt(event), markedParts()];
  timeBars.setPointerCapture(event.pointerId);
  const isWhole = lower === 0 && upper === timeParts - 1;
  if (!isWhole && at > lower && at < upper + 1) bandHeld = { at, lower, upper };
  else bandHeld = { handle: Math.abs(at - lower) < Math.abs(at - upper - 1) ? lowerHandle : upperHandle };
  bandMoved(event);
});
timeBars.addEventListener("pointermove", (event) => bandHeld && bandMoved(event));
["pointerup", "pointercancel"].forEach((name) => timeBars.addEventListener(name, () => (bandHeld = null)));

function bandMoved(event) {
  const at = partAt(event);
  if (bandHeld.handle) return (bandHeld.handle.value = Math.floor(at)), handleMoved({ target: bandHeld.handle });
  const by = Math.max(-bandHeld.lower, Math.min(timeParts - 1 - bandHeld.upper, Math.round(at - bandHeld.at)));
  if (by || markedParts()[0] !== bandHeld.lower) setParts(bandHeld.lower + by, bandHeld.upper + by);
  return undefined;
}

timeStrip.hidden = !hasTime;
if (hasTime) {
  const band = make("div", { class: "band" }, timeBars, timeTrack, lowerHandle, upperHandle);
  timeStrip.append(playButton, make("div", { class: "time-line" }, timeTold, band), timeMore, timeWrong);
  [lowerHandle, upperHandle].forEach((each) => ((each.style.width = `calc((100% - 24px) * ${(timeParts - 1) / timeParts} + 24px)`), each.addEventListener("input", handleMoved)));
  [fromField, toField].forEach((field) => field.addEventListener("change", dateTyped));
  // Where there is no room beside the band, dates and window are unfolded on demand.
  new ResizeObserver(() => {
    const isTight = timeStrip.clientWidth < ROOMY;
    if (timeStrip.classList.contains("tight") === isTight) return;
    timeStrip.classList.toggle("tight", isTight);
    timeMore.open = !isTight;
  }).observe(timeStrip);
  whenChanged((changed) => {
    if (changed.has("language")) speakTime();
    if (changed.has("language") || changed.has("body")) fillBars();
    if (["language", "body", "from", "to"].some((name) => changed.has(name))) showTime();
  });
}
