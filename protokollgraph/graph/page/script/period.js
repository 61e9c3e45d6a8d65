// Days of the calendar, and the period of the meetings in equal parts: days, months or years.
const DAY = 86_400_000;
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
const asDay = (time) => new Date(time).toISOString().slice(0, 10);
const dayAfter = (iso, n = 1) => asDay(Date.parse(iso) + n * DAY);

/** The same day so many months later, or earlier; the last of the month if that has no such day. */
function monthsAfter(iso, n) {
  const [year, month, date] = iso.split("-").map(Number);
  const longest = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1 + n, Math.min(date, longest)));
}

/** First and last day of all meetings; undefined if no day is known. */
const meetingDays = [...new Set([page.about.first, page.about.last, ...meetings.map(([, date]) => date)].filter((date) => isDay(date || "")))].sort();
const timeSpan = { first: meetingDays[0], last: meetingDays.at(-1) };

/** Up to so many days, or months, are parts of their own; else months, or years, are. */
const [MOST_DAYS, MOST_MONTHS] = [200, 300];
const monthOf = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const PARTS = {
  day: { of: (iso) => Math.round((Date.parse(iso) - Date.parse(timeSpan.first)) / DAY), from: (part) => dayAfter(timeSpan.first, part) },
  month: { of: (iso) => monthOf(iso) - monthOf(timeSpan.first), from: (part) => monthsAfter(`${timeSpan.first.slice(0, 7)}-01`, part) },
  year: { of: (iso) => iso.slice(0, 4) - timeSpan.first.slice(0, 4), from: (part) => `${String(Number(timeSpan.first.slice(0, 4)) + part).padStart(4, "0")}-01-01` },
};
const timeUnit = meetingDays.length === 0 || PARTS.day.of(timeSpan.last) < MOST_DAYS ? "day" : PARTS.month.of(timeSpan.last) < MOST_MONTHS ? "month" : "year";
const timeParts = meetingDays.length === 0 ? 0 : PARTS[timeUnit].of(timeSpan.last) + 1;

/** The part in which a day lies; days outside of the period are in its first or last part. */
const partOf = (iso) => Math.max(0, Math.min(timeParts - 1, PARTS[timeUnit].of(iso)));
const firstDayOf = (part) => (part === 0 ? timeSpan.first : PARTS[timeUnit].from(part));
const lastDayOf = (part) => (part === timeParts - 1 ? timeSpan.last : dayAfter(PARTS[timeUnit].from(part + 1), -1));

/** A day as exactly as the parts are: with its month, or its year only. */
function partInWords(iso) {
  if (timeUnit === "day") return day(iso);
  if (timeUnit === "year") return iso.slice(0, 4);
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(iso));
}
