// What the page shows, as the fragment of its address: "#view=projects&body=body/werkstatt-4". Only what differs from the first state stands there.
const iriOf = (id) => nodes[id].told.iri || "";
const iris = new Map(nodes.map(({ id }) => [iriOf(id), id]));
/** What all IRIs of the page begin with, up to a slash: it is left out of links. */
const linkBase = nodes.length === 0 ? "" : nodes.reduce((common, { id }) => {
  let same = 0;
  while (same < common.length && common[same] === iriOf(id)[same]) same += 1;
  return common.slice(0, same);
}, iriOf(0)).replace(/[^/#]*$/, "");

/** The node with an IRI, or with what follows the base in it, or with a unique end of it; -1 if there is none. */
function nodeOfLink(text) {
  const known = iris.get(text) ?? iris.get(linkBase + text);
  if (known !== undefined || text === "") return known ?? -1;
  const ending = nodes.filter(({ id }) => iriOf(id).endsWith(`/${text}`));
  return ending.length === 1 ? ending[0].id : -1;
}
const linkOf = (id) => (iriOf(id).startsWith(linkBase) ? iriOf(id).slice(linkBase.length) : iriOf(id));

/** Parts of a link: write() gives texts, read(texts) gives what changes in the state, or nothing if it cannot be understood. */
const linkParts = {
  view: { write: () => [state.view], read: ([name]) => (views.has(name) || ownScenes.has(name)) && { view: name } },
  project: nodePart("project", (id) => nodes[id].kind === "project"),
  kinds: listPart("kinds", kinds),
  families: listPart("families", familyOrder),
  routine: switchPart("routine", true),
  ...Object.fromEntries(Object.keys(choosable).map((name) => [name, nodePart(name, (id) => choosable[name].includes(nodes[id]))])),
  from: { write: () => [state.from], read: ([date]) => isDay(date) && { from: date } },
  to: { write: () => [state.to], read: ([date]) => isDay(date) && { to: date } },
  around: nodePart("around", () => true),
  depth: { write: () => [state.around < 0 ? "" : state.depth], read: ([text]) => DEPTHS.includes(Number(text)) && { depth: Number(text) } },
  between: {
    write: () => (state.between || []).map(linkOf),
    read: (texts) => texts.length === 2 && texts[0] !== texts[1] && texts.every((text) => nodeOfLink(text) >= 0) && { between: texts.map(nodeOfLink) },
  },
  weaker: switchPart("weaker", true),
  frames: switchPart("frames", false),
  folded: {
    write: () => [...state.folded].sort((a, b) => a - b).map(linkOf),
    read: (texts) => texts.every((text) => bodies.includes(nodes[nodeOfLink(text)])) && { folded: new Set(texts.map(nodeOfLink)) },
  },
  colour: { write: () => [state.colour], read: ([name]) => (name === "kind" || (name === "community" && Boolean(measures))) && { colour: name } },
  layout: { write: () => [state.layout], read: ([name]) => ["picture", "both", "table"].includes(name) && { layout: name } },
  panel: { write: () => [state.standing], read: ([name]) => (name === "connections" || (name === "figures" && Boolean(measures))) && { standing: name } },
  node: { write: () => (state.chosen.node ? [linkOf(state.chosen.node.id)] : []), read: ([text]) => nodeOfLink(text) >= 0 && { chosen: { node: nodes[nodeOfLink(text)] } } },
  tie: { write: tieToLink, read: tieFromLink },
  lang: { write: () => [language], read: ([name]) => Object.hasOwn(page.words, name) && { language: name } },
  theme: { write: () => [isDark() === darkWanted.matches ? "" : isDark() ? "dark" : "light"], read: ([name]) => ["dark", "light"].includes(name) && { theme: name } },
  x: cameraPart("x", 1, -1e6, 1e6),
  y: cameraPart("y", 1, -1e6, 1e6),
  zoom: cameraPart("scale", 4, ZOOM.least, ZOOM.most),
};

function nodePart(name, fits) {
  return {
    write: () => (state[name] < 0 ? [] : [linkOf(state[name])]),
    read: ([text]) => nodeOfLink(text) >= 0 && fits(nodeOfLink(text)) && { [name]: nodeOfLink(text) },
  };
}

/** A set of words; "none" if it is empty. */
function listPart(name, all) {
  return {
    write: () => (state[name].size ? all.filter((each) => state[name].has(each)) : ["none"]),
    read: (texts) => (texts.join() === "none" || texts.every((text) => all.includes(text))) && { [name]: new Set(texts.filter((text) => text !== "none")) },
  };
}

function switchPart(name, on) {
  return { write: () => [state[name] === on ? (on ? "yes" : "no") : ""], read: ([text]) => text === (on ? "yes" : "no") && { [name]: on } };
}

function tieToLink() {
  const { tie } = state.chosen;
  return tie ? [tie.family, linkOf(tie.from.node.id), linkOf(tie.to.node.id)] : [];
}

function tieFromLink([family, from, to]) {
  if (!familyOrder.includes(family) || from === undefined || to === undefined || nodeOfLink(from) < 0 || nodeOfLink(to) < 0) return undefined;
  return { chosen: { tie: { family, from: { node: nodes[nodeOfLink(from)] }, to: { node: nodes[nodeOfLink(to)] } } } };
}

/** Where the camera is, or is going to; written if it is not where a fresh page would put it. */
function cameraPart(name, digits, lowest, highest) {
  return {
    write: () => [isCameraOwn() ? Number((flight ? flight.to : camera)[name].toFixed(digits)) : ""],
    read: ([text]) => /^-?\d{1,7}(\.\d{1,6})?$/.test(text) && Number(text) >= lowest && Number(text) <= highest && { [`camera ${name}`]: Number(text) },
  };
}

function isCameraOwn() {
  if (!wide || !high || scene.items.length === 0) return false;
  const [now, fresh] = [flight ? flight.to : camera, scene.first ? scene.first() : cameraFor()];
  const away = Math.hypot(now.x - fresh.x, now.y - fresh.y) * now.scale;
  return Boolean(state.chosen.node) || away > 2 || Math.abs(now.scale / zoomed(fresh.scale) - 1) > 0.01;
}

/** Readable in an address: slashes and colons of IRIs stay; a comma stands between texts. */
const inLink = (texts) => texts.map((text) => encodeURIComponent(text).replace(/%(?:2F|3A)/g, decodeURIComponent)).join();
const linkTexts = () => Object.entries(linkParts).map(([name, { write }]) => [name, inLink(write())]);

/** The fragment of the present state; first are the texts of the first state. */
function linkNow(first) {
  return linkTexts().filter(([name, text]) => text !== first.get(name) && text !== "").map(([name, text]) => `${name}=${text}`).join("&");
}

/** No link of this page is longer; what others write may be. */
const LONGEST_LINK = 20_000;

/** {patch (what changes in the first state), broken (parts that mean nothing here)}. */
function readLink(fragment) {
  const [patch, broken] = [{}, []];
  for (const part of fragment.slice(0, LONGEST_LINK).split("&").filter(Boolean)) {
    const [, name, text] = /^([a-z]+)=(.+)$/.exec(part) || [];
    const texts = name && Object.hasOwn(linkParts, name) ? text.split(",").map(decodedLink) : [undefined];
    const read = !texts.includes(undefined) && linkParts[name].read(texts);
    read ? Object.assign(patch, read) : broken.push(decodedLink(part) ?? part);
  }
  // Days the wrong way round mean the same period.
  if (patch.from && patch.to && patch.from > patch.to) [patch.from, patch.to] = [patch.to, patch.from];
  return { patch, broken };
}

/** Undefined if the text is not well encoded. */
function decodedLink(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
