// How things are shown: committees as frames or nodes, folded or not, colours by kind or by group.
function fillDisplay() {
  const canFrame = nodes.some((node) => node.home >= 0);
  byId("displays").replaceChildren(
    ...(canFrame ? [switched(word("frames"), state.frames, (on) => change({ frames: on }), "frames")] : []),
    ...(measures ? [switched(word("by_community"), state.colour === "community", (on) => change({ colour: on ? "community" : "kind" }), "by-community")] : []),
    ...(state.colour === "community" && measures ? groupLegend() : []));
  byId("display").hidden = byId("displays").childElementCount === 0;
}

function switched(name, isOn, act, id) {
  const box = make("input", { type: "checkbox", id, onchange: () => act(box.checked) });
  box.checked = isOn;
  return make("label", { class: "choice" }, box, make("span", { class: "choice-name" }, name));
}

whenChanged((changed) => {
  if (["language", "frames", "colour", "theme"].some((name) => changed.has(name))) keepFocus(fillDisplay);
});

/** A committee that is a frame can be folded into one node with all the ties of its members, and unfolded. */
sections.push((node) => {
  const frame = scene.frames.find((each) => each.item.node === node);
  if (!frame) return [];
  const id = node.id;
  return [make("p", { class: "actions" }, make("button", { type: "button", onclick: () => change({ folded: toggled(state.folded, id, !frame.folded) }) }, word(frame.folded ? "unfold" : "fold")))];
});
