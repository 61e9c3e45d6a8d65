// Words and elements. Text reaches the page here and nowhere else, always as text nodes.
const page = JSON.parse(document.getElementById("data").textContent);
let language = page.language;

const byId = (id) => document.getElementById(id);

/** The page's word for a key ("kinds.person"), with {n} and the like filled in. */
function word(key, values = {}) {
  const found = key.split(".").reduce((words, part) => (words || {})[part], page.words[language]);
  return String(found === undefined ? key : found).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A word with its own form for one: meeting / meetings. */
const counted = (one, many, n) => (n === 1 ? word(one) : word(many, { n: count(n) }));
const formats = { de: new Intl.NumberFormat("de"), en: new Intl.NumberFormat("en") };
const count = (n) => formats[language].format(n);
const dayFormats = {
  de: new Intl.DateTimeFormat("de-DE", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
};
const term = (name) => (page.terms[name] || {})[language] || name;

/** 2024-01-24 as a reader of this language writes it; what is no day of the calendar stays as it is. */
function day(iso) {
  const date = new Date(/^\d{4}-\d\d-\d\d/.test(iso || "") ? `${iso.slice(0, 10)}T12:00:00Z` : NaN);
  if (Number.isNaN(date.getTime())) return iso || "";
  return dayFormats[language].format(date);
}

/** An element with attributes, listeners ("onclick") and children; strings become text nodes. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A text of a protocol: kept apart from the direction of the text around it. */
const isolated = (text) => make("bdi", {}, text);
/** The same where no element can stand: in a label of the picture, in an attribute. */
const isolatedText = (text) => `\u2068${text}\u2069`;

/** At most so many characters (not halves of them), cut at a word where there is one. */
function shortened(text, longest) {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  const kept = characters.slice(0, longest - 1).join("");
  const blank = kept.lastIndexOf(" ");
  return `${(blank > longest * 0.6 ? kept.slice(0, blank) : kept).trimEnd()}…`;
}

/** Fill a part of the page anew; what had the keyboard keeps it. */
function keepFocus(fill) {
  const focused = document.activeElement && document.activeElement.id;
  fill();
  const again = focused && byId(focused);
  if (again && again !== document.activeElement) again.focus();
}
