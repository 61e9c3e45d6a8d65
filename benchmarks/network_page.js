// Runs in each page before its own scripts: when its first picture stood, and how often it drew anew.
(() => {
  const watch = { ready: null, frames: [], drawn: false };
  window.benchmark = watch;
  // The picture is there when the frame after the signal begins.
  const ready = () => requestAnimationFrame(() => requestAnimationFrame(() => {
    watch.ready = watch.ready ?? performance.now();
    document.documentElement.setAttribute("data-stands", "");
  }));

  for (const name of ["clearRect", "fillRect", "drawImage"]) {
    const plain = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...values) {
      watch.drawn = true;
      return plain.apply(this, values);
    };
  }
  const count = (now) => {
    if (watch.drawn) watch.frames.push(now);
    watch.drawn = false;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);

  // Ours says that it is ready in an attribute of the page …
  new MutationObserver((_, observer) => {
    if (!document.documentElement || !document.documentElement.hasAttribute("data-ready")) return;
    observer.disconnect();
    ready();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });

  // … vis-network by events: "stabilized" once its physics stand still, or the first drawing where it has none.
  let network = null;
  Object.defineProperty(window, "network", {
    configurable: true,
    get: () => network,
    set(made) {
      network = made;
      if (!made || !made.once) return;
      made.once(made.physics.options.enabled ? "stabilized" : "afterDrawing", ready);
    },
  });
})();
