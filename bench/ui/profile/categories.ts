/** The first that matches counts. Names are those of Blink's trace events. */
const categories: readonly (readonly [string, RegExp])[] = [
  ['garbage collection', /GC/],
  // The style of what is in a size container is computed while that is laid out.
  ['layout, with the style in size containers', /^Layout$|[pP]erformLayout|::layout|ShapeText|UpdateStyleAndLayout/],
  ['style', /^UpdateLayoutTree$|Style/],
  ['pre-paint', /PrePaint|^UpdateLayer$/],
  ['layerize', /Layerize|PaintArtifact|CompositingInputs/],
  ['paint', /Paint/],
  ['commit', /Commit|UpdateLayerTree|CompositeLayers/],
  ['intersections', /Intersection/],
  [
    'script',
    /^(FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch)$|^v8|^V8|Message|deserialize/,
  ],
  ['tasks around all that', /RunTask/],
];

/** CPU milliseconds by kind of work, from those by event name. */
export function byCategory(times: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, millis] of times) {
    const [category] = categories.find(([, pattern]) => pattern.test(name)) ?? ['other'];
    sums.set(category, (sums.get(category) ?? 0) + millis);
  }
  return new Map([...sums].sort(([, a], [, b]) => b - a));
}
