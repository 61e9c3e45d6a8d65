// The strip above the picture that says of what it is an excerpt, and how to leave it.
function showEverything() {
  const { node } = state.chosen;
  change({ around: -1, between: null });
  if (node) keepInView(node);
  // The button that had the keyboard is gone.
  if (document.activeElement === document.body) (panel.hidden ? canvas : panel).focus();
}

function fillExcerpt() {
  const strip = byId("excerpt");
  const was = strip.hidden;
  strip.hidden = !isExcerpt();
  strip.replaceChildren(...(state.between ? aboutEnds() : state.around >= 0 ? aboutSurroundings(nodes[state.around]) : []));
  if (was !== strip.hidden) resized();
}

/** Place what the excerpt holds anew: in columns or rings. */
function placeExcerpt(made) {
  if (state.between) placeInColumns(made.items, made.ties);
  else placeInRings(made, state.around);
}

function aboutSurroundings(node) {
  return [
    make("p", {}, word("reach_of"), " ", endLink(node)),
    make("p", { class: "actions" }, ...reachButtons(node, reachOf(node), "excerpt"), make("button", { type: "button", id: "excerpt-all", onclick: showEverything }, word("everything"))),
  ];
}

function aboutEnds() {
  const [start, end] = state.between.map((id) => nodes[id]);
  return [
    make("p", {}, word("connections_of"), " ", endLink(start), ` ${word("and")} `, endLink(end)),
    make("p", { class: "actions" },
      make("button", { type: "button", id: "excerpt-read", onclick: () => (change({ standing: "connections", chosen: {} }), panel.focus()) }, word("read_steps")),
      make("button", { type: "button", id: "excerpt-all", onclick: showEverything }, word("everything"))),
  ];
}

// Another view is another picture.
whenChanged((changed) => {
  if (changed.has("view") && state.between && !changed.has("between")) change({ between: null });
});

whenChanged((changed) => {
  if (changed.has("scene") || changed.has("language") || changed.has("theme")) keepFocus(fillExcerpt);
  const isAnother = ["around", "depth", "between", "weaker"].some((name) => changed.has(name));
  if (isAnother || (state.between && changed.has("scene") && !state.playing)) fit();
});
