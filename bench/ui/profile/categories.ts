const categories: readonly (readonly [string, RegExp])[] = [
  ['garbage collection', /GC/],
  ['style', /^(UpdateLayoutTree|ScheduleStyleRecalculation|ParseAuthorStyleSheet|StyleRecalc|.*Style.*)$/],
  ['layout', /^(Layout|InvalidateLayout|LayoutShift)$/],
  ['pre-paint', /^(PrePaint|UpdateLayer)$/],
  ['paint', /^Paint/],
  ['layerize', /^Layerize$/],
  ['commit', /^(Commit|UpdateLayerTree|CompositeLayers)$/],
  ['intersections', /Intersection/],
  [
    'script',
    /^(FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch|HandlePostMessage|[vV]8.*)$/,
  ],
  ['tasks around all that', /^(RunTask|ThreadControllerImpl::RunTask)$/],
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
