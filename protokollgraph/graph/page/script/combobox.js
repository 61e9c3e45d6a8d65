// A field to choose one of many: type to find, arrow keys, Enter (the combobox with a list of the WAI-ARIA Authoring Practices).
/** So many options are listed at once; a longer list says how many more there are. */
const MOST_OPTIONS = 100;

/**
 * A labelled combobox. options() gives, whenever the list opens, [{id, name, names (all spellings, folded), detail, none}];
 * chosen() gives the id and name of what is chosen now, or null; take(id) is told of a choice, -1 if it was cleared.
 * {element, refresh()}: refresh after what is chosen or the language changed.
 */
function combobox({ id, label, every, options, chosen, take }) {
  const box = make("input", { id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` });
  const list = make("ul", { id: `${id}-list`, role: "listbox", hidden: true });
  const clear = make("button", { type: "button", class: "clear", id: `${id}-clear`, onclick: () => (take(-1), box.focus()) }, "×");
  const caption = make("label", { for: id });
  const found = make("p", { class: "unseen", role: "status" });
  const element = make("div", { class: "combo" }, caption, make("div", { class: "combo-box" }, box, clear, list), found);
  let [all, shown, at] = [[], [], -1];

  function refresh() {
    const own = chosen();
    caption.textContent = label();
    list.setAttribute("aria-label", label());
    box.placeholder = every();
    box.value = own ? own.name : "";
    box.title = own ? own.name : "";
    clear.hidden = !own;
    clear.setAttribute("aria-label", `${label()}: ${word("clear")}`);
    clear.title = word("clear");
  }

  function unfold() {
    if (!list.hidden) return;
    all = options();
    fill("");
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    // The list is to be seen, but the field above it as well.
    [list, element].forEach((part) => part.scrollIntoView({ block: "nearest" }));
  }

  function fold() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function fill(text) {
    const parts = folded(text.trim()).split(/\s+/).filter(Boolean);
    const matching = all.filter(({ names }) => names.some((name) => parts.every((part) => name.includes(part))));
    const own = chosen();
    shown = matching.slice(0, MOST_OPTIONS);
    list.replaceChildren(...shown.map((option, index) => make("li", { role: "option", id: `${id}-${index}`, class: option.none ? "empty" : null, "aria-selected": "false", onmousedown: (event) => (event.preventDefault(), pick(index)) },
      make("span", { class: "name" }, isolated(shortened(option.name, 90)), own && own.id === option.id ? make("span", { class: "tick" }, " ✓") : null), make("span", { class: "small" }, option.detail))));
    if (matching.length > shown.length) list.append(make("li", { class: "none" }, word("more_options", { n: count(matching.length - shown.length) })));
    if (matching.length === 0) list.append(make("li", { class: "none" }, word("found_none")));
    found.textContent = matching.length ? word("found", { n: count(matching.length) }) : word("found_none");
    at = -1;
    if (parts.length && shown.length) point(0);
    else box.removeAttribute("aria-activedescendant");
  }

  function point(index) {
    at = (index + shown.length) % shown.length;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    box.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function pick(index) {
    fold();
    take(shown[index].id);
    refresh();
  }

  /** What was typed counts for nothing unless an option was taken; an emptied field is one that was cleared. */
  function leave() {
    const emptied = box.value.trim() === "" && chosen();
    fold();
    if (emptied) take(-1);
    refresh();
  }

  box.addEventListener("focus", () => box.select());
  box.addEventListener("click", unfold);
  box.addEventListener("input", () => (unfold(), fill(box.value)));
  box.addEventListener("blur", leave);
  box.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Escape" && !list.hidden) (event.stopPropagation(), fold(), refresh());
    else if (key === "Enter") list.hidden ? unfold() : at >= 0 ? pick(at) : leave();
    else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      unfold();
      if (shown.length) point(key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    }
  });
  refresh();
  return { element, refresh };
}
