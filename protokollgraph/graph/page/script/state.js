// What the reader has chosen. Everything that changes the page goes through change(); the parts of the page listen.
const state = {
  view: page.views.length ? page.views[0].name : "overview",
  /** Number of the project whose path is shown, in the view "path". */
  project: -1,
  kinds: new Set(kinds),
  families: new Set(familyOrder.filter((family) => style.families[family].shown)),
  /** Whether decisions about agenda and minutes are shown. */
  routine: false,
  /** Only what was said in meetings of this body, around this organisation, in this programme: numbers, or -1. */
  body: -1,
  organisation: -1,
  programme: -1,
  /** Days, ISO 8601; empty for no limit. */
  from: "",
  to: "",
  /** Whether time runs: then what is chosen stays so while it comes and goes. */
  playing: false,
  /** Only so many steps around this node: a number, or -1. */
  around: -1,
  depth: 1,
  /** Only the shortest connections of two nodes: [number, number], or null. */
  between: null,
  /** Whether being at the same meetings counts for them, too. */
  weaker: false,
  /** Bodies as frames around the nodes at home in them, or as nodes; those folded are one node with all their ties. */
  frames: true,
  folded: new Set(),
  /** What colours mean: "kind" or "community". */
  colour: "kind",
  /** "picture", "both" or "table". */
  layout: "picture",
  /** {node}, {tie} or nothing. */
  chosen: {},
  /** What the panel shows while nothing is chosen: "connections", "figures" or nothing. */
  standing: "",
};
const AT_FIRST = { ...state, kinds: new Set(state.kinds), families: new Set(state.families), folded: new Set() };

/** Changes of these decide what the picture holds. */
const SELECTING = ["view", "project", "kinds", "families", "routine", "body", "organisation", "programme", "from", "to", "around", "depth", "between", "weaker", "frames", "folded"];
const listeners = [];

/** Call act(changed) after each change; changed is the set of the names in state that changed. */
const whenChanged = (act) => listeners.push(act);

/** Change the state: select anew if needed, then tell all listeners, in the order in which they came. */
function change(patch) {
  const changed = new Set(Object.keys(patch));
  Object.assign(state, patch);
  if (SELECTING.some((name) => changed.has(name))) {
    select();
    changed.add("scene");
    if (!isStillThere(state.chosen) && !state.playing) (state.chosen = {}), changed.add("chosen");
  }
  listeners.forEach((act) => act(changed));
}

/** A set with one member more or less. */
const toggled = (set, member, on) => new Set(on ? [...set, member] : [...set].filter((each) => each !== member));
/** Whether only the surroundings of a node or the connections of two are shown, placed anew for that. */
const isExcerpt = () => state.around >= 0 || Boolean(state.between);
