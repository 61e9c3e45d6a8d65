// The address of the page follows what it shows, and opening such an address shows it again.
const LINK_PAUSE = 300;
/** Texts of the parts of a link in the first state. */
let firstLink = null;
let linkTimer = 0;
/** Parts of the address that could not be read. */
let notRead = [];

/** Show what a fragment says; what it does not mention is as at first. */
function openLink(fragment) {
  const { patch, broken } = readLink(fragment);
  const { language: spoken, theme: look, "camera x": x, "camera y": y, "camera scale": scale, ...own } = patch;
  language = spoken || page.language;
  theme(look || (darkWanted.matches ? "dark" : "light"));
  notRead = broken;
  const sets = Object.fromEntries(["kinds", "families", "folded"].map((name) => [name, new Set(AT_FIRST[name])]));
  change({ ...AT_FIRST, ...sets, chosen: {}, emphasis: undefined, ...own, language, theme: null });
  const wanted = own.chosen || {};
  // A link that only names a node shows it, whatever has to be taken back for that.
  if (wanted.node && state.chosen.node !== wanted.node) choose(wanted);
  if (wanted.tie && !state.chosen.tie) notRead = [...notRead, word("link_tie")];
  fillNote();
  if (x !== undefined && y !== undefined) moveCamera({ x, y, scale: scale ?? camera.scale }, false);
  else if (wanted.node) goTo(wanted.node);
  else fit();
}

/** Write the address now. */
function writeLink() {
  clearTimeout(linkTimer);
  linkTimer = 0;
  const link = linkNow(firstLink);
  if (link === location.hash.slice(1)) return;
  try {
    history.replaceState(null, "", link ? `#${link}` : location.href.split("#")[0]);
  } catch (error) {
    // In the frame of another page there is no address to write.
    if (error.name !== "SecurityError") throw error;
  }
}

/** Write it soon: browsers allow some changes a second only. */
function followWithLink() {
  if (firstLink && !linkTimer && !state.playing) linkTimer = setTimeout(writeLink, LINK_PAUSE);
}
acting.moved = followWithLink;

/** One line on what of the address was passed over. */
function fillNote() {
  const note = byId("note");
  byId("note-bar").hidden = notRead.length === 0;
  note.replaceChildren(...(notRead.length ? [word("link_broken"), " ", ...commas(notRead.slice(0, 5).map((part) => shortened(part, 60)))] : []));
}

function showLinkField() {
  const field = byId("link-field");
  byId("link-by-hand").hidden = false;
  field.value = location.href;
  field.focus();
  field.select();
}

function copyLink() {
  writeLink();
  const told = () => {
    byId("link-told").textContent = word("link_copied");
    say(word("link_copied"));
  };
  // Not every browser gives a file the clipboard.
  navigator.clipboard ? navigator.clipboard.writeText(location.href).then(told, showLinkField) : showLinkField();
}

/** The first state, before anything was chosen, is what links are compared with. */
function startLinks() {
  firstLink = new Map(linkTexts());
  firstLink.set("lang", page.language);
  openLink("");
  // Some pictures depend on the room that there is: what an address asks for comes when everything has its place.
  if (location.hash.length < 2) return;
  resized();
  openLink(location.hash.slice(1));
}

byId("copy-link").addEventListener("click", copyLink);
byId("note-close").addEventListener("click", () => ((notRead = []), fillNote(), canvas.focus()));
addEventListener("hashchange", ({ newURL }) => {
  // The address itself may have been written anew meanwhile.
  const fragment = new URL(newURL).hash.slice(1);
  // The link past the head leads to a place of the page.
  if (!byId(fragment)) openLink(fragment);
});
byId("share").addEventListener("toggle", () => ((byId("link-told").textContent = ""), (byId("link-by-hand").hidden = true)));
whenChanged((changed) => {
  if (changed.has("language") && notRead.length) fillNote();
  followWithLink();
});
