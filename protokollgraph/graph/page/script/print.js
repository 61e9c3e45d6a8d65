// On paper: the sheet that exports have, sized for A4 across, and the table below it.
/** What fits between the margins of the page, in CSS pixels (96 to an inch): 273 mm by 186 mm. */
const A4_ACROSS = [1030, 690];
/** A drawing with more parts than this is put on paper as dots: it would take the printer too long. */
const MOST_PARTS = 4000;
const MOST_PRINTED = 1000;
let themeBefore = null;

function layOut() {
  if (nodes.length === 0) return;
  themeBefore = document.documentElement.dataset.theme;
  isPrinting = true;
  theme("light");
  change({ theme: null });
  const isLarge = scene.items.length + scene.ties.length > MOST_PARTS;
  const [across, down] = A4_ACROSS;
  const { heights } = planned(new SvgPen(null), [across, 0]);
  const left = Math.max(200, down - heights.head - heights.legend - heights.foot);
  byId("paper").replaceChildren(onSheet([across, left], isLarge ? sheetCanvas : sheetSvg));
}

function putAway() {
  if (!isPrinting) return;
  isPrinting = false;
  byId("paper").replaceChildren();
  theme(themeBefore);
  change({ theme: null });
  resized();
}

addEventListener("beforeprint", layOut);
addEventListener("afterprint", putAway);
