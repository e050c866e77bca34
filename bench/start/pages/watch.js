// Looks, once a frame, for the host's name and for a video, in shadow roots too, and notes when they are there. The times
// are milliseconds since the navigation began.
{
  const marks = (window.marks = {});
  let video = null;

  const textsOf = (root) => [...root.querySelectorAll('*')].flatMap((element) => [...element.childNodes]);

  function look() {
    const roots = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
    const isHost = ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue.trim() === window.hostName;
    if (roots.some((root) => textsOf(root).some(isHost))) marks.name ??= performance.now();
    if (!video) {
      video = roots.map((root) => root.querySelector('video')).find(Boolean) ?? null;
      video?.requestVideoFrameCallback((now) => (marks.picture = now));
    }
    if (marks.name === undefined || !video) requestAnimationFrame(look);
  }

  requestAnimationFrame(look);
}
