// How things are shown: committees as frames or nodes, folded or not, colours by kind or by group.
function fillDisplay() {
  const canFrame = nodes.some((node) => node.home >= 0);
  byId("displays").replaceChildren(
    ...(canFrame ? [switched(word("frames"), state.frames, (on) => change({ frames: on }), "frames")] : []),
    ...(scene.frames.length ? [foldings()] : []),
    ...(measures ? [switched(word("by_community"), state.colour === "community", (on) => change({ colour: on ? "community" : "kind" }), "by-community")] : []),
    ...(state.colour === "community" && measures ? groupLegend() : []));
  byId("display").hidden = byId("displays").childElementCount === 0;
}

/** All committees as nodes with the ties of their members, or all as frames. */
function foldings() {
  const bodies = scene.frames.map((frame) => frame.item.node.id);
  const all = (on) => () => change({ folded: new Set(on ? [...state.folded, ...bodies] : [...state.folded].filter((id) => !bodies.includes(id))) });
  return make("p", { class: "actions foldings" },
    make("button", { type: "button", id: "fold-all", disabled: scene.frames.every((frame) => frame.folded), onclick: all(true) }, word("fold_all")),
    make("button", { type: "button", id: "unfold-all", disabled: !scene.frames.some((frame) => frame.folded), onclick: all(false) }, word("unfold_all")));
}

function switched(name, isOn, act, id) {
  const box = make("input", { type: "checkbox", id, onchange: () => act(box.checked) });
  box.checked = isOn;
  return make("label", { class: "choice" }, box, make("span", { class: "choice-name" }, name));
}

whenChanged((changed) => {
  if (["language", "scene", "colour", "theme"].some((name) => changed.has(name))) keepFocus(fillDisplay);
});

/** A committee that is a frame can be folded into one node with all the ties of its members, and unfolded. */
sections.push((node) => {
  const frame = frameOf(node);
  if (!frame) return [];
  return [make("p", { class: "actions" }, make("button", { type: "button", id: "fold", onclick: () => turnOver(frame) }, word(frame.folded ? "unfold" : "fold")))];
});
