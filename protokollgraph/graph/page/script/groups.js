// Groups (communities): who is tied to each other more than to the rest; their colours, and bringing one out in the picture.
const groupSizes = measures ? measures.names.map((_, group) => measures.communities.filter((each) => each === group).length) : [];
/** The group that is brought out, or -1. */
let broughtOut = -1;

const groupColours = () => style.communities[isDark() ? "dark" : "light"];
/** So many groups have a colour of their own; the others share the last one. */
const colouredGroups = () => Math.min(groupColours().length - 1, groupSizes.length);

const coloursOfGroup = (group) => groupColours().at(Math.min(group, groupColours().length - 1));

function swatch(group) {
  const [fill, stroke] = coloursOfGroup(group);
  return svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: "mark", "aria-hidden": "true" }, svg("rect", { x: 2, y: 2, width: 12, height: 12, rx: 3, fill, stroke, "stroke-width": 1.2 }));
}

function aboutGroups() {
  return make("section", { class: "group groups", id: "groups" },
    make("h3", {}, word("groups"), make("span", { class: "number" }, count(groupSizes.length))),
    make("p", { class: "small" }, word("groups_hint")),
    switched(word("by_community"), state.colour === "community", (on) => change({ colour: on ? "community" : "kind" }), "groups-colour"),
    make("p", { class: "small" }, word("colours_hint", { n: count(colouredGroups()) })),
    make("p", { id: "group-told", class: "small", role: "status" }, toldOfGroup()),
    make("ul", {}, ...firstOf(groupSizes.map((_, group) => group), groupItem)));
}

function groupItem(group) {
  return make("li", {}, make("button", { type: "button", class: "link", id: `group-${group}`, "aria-pressed": String(broughtOut === group), onclick: () => bringOutGroup(broughtOut === group ? -1 : group) },
    swatch(group), isolated(measures.names[group])), make("span", { class: "number" }, counted("node_one", "nodes_n", groupSizes[group])));
}

/** Keep the members of a group bright in the picture and everything else faint; -1 for none. */
function bringOutGroup(group) {
  broughtOut = group;
  change({ emphasis: group < 0 ? undefined : new Set(nodes.filter((node) => measures.communities[node.id] === group).map((node) => node.id)) });
}

/** How many of the group that is brought out the picture holds. */
function toldOfGroup() {
  if (broughtOut < 0) return "";
  const here = [...scene.of.keys()].filter((id) => measures.communities[id] === broughtOut).length;
  return word("group_brought_out", { here: count(here), n: count(groupSizes[broughtOut]) });
}

/** What colours mean while they tell groups: [{group, text}]; -1 are all without a colour of their own. */
function groupEntries() {
  if (state.colour !== "community" || !measures) return [];
  const own = Array.from({ length: colouredGroups() }, (_, group) => [group, measures.names[group]]);
  if (groupSizes.length > own.length || measures.communities.includes(-1)) own.push([-1, word("other_groups")]);
  return own.map(([group, name]) => ({ group, text: shortened(name, 60) }));
}

function groupLegend() {
  return [make("ul", { class: "swatches", id: "group-legend" }, ...groupEntries().map(({ group, text }) => make("li", {}, swatch(group), make("span", {}, isolated(text)))))];
}

whenChanged((changed) => {
  if (changed.has("standing") && state.standing !== "figures" && broughtOut >= 0) bringOutGroup(-1);
  if (changed.has("emphasis") && !state.emphasis) broughtOut = -1;
  if (!changed.has("emphasis") || !byId("groups")) return;
  byId("groups").querySelectorAll("[aria-pressed]").forEach((button) => button.setAttribute("aria-pressed", String(button.id === `group-${broughtOut}`)));
  byId("group-told").textContent = toldOfGroup();
});

/** Fill and line of a node: by kind, or by its community (those beyond the palette, and who is in none, are grey). */
function fillOf(node) {
  if (state.colour !== "community" || !measures) return colours(node.kind);
  return coloursOfGroup(measures.communities[node.id]);
}

/** The colours of a kind in a legend: none while colours tell groups, then only the shape tells the kind. */
kindColours = (kind) => (state.colour === "community" && measures ? [paint("--paper"), paint("--ink")] : colours(kind));
