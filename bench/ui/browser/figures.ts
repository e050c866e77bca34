import type { CDPSession } from 'playwright-core';

/** What a page's main thread has done, by DevTools' Performance domain. Times are CPU time in milliseconds. */
export class Figures {
  constructor(
    readonly cpu: number,
    readonly script: number,
    readonly style: number,
    readonly layout: number,
    readonly styleCount: number,
    readonly layoutCount: number,
  ) {}

  since(before: Figures): Figures {
    return new Figures(
      this.cpu - before.cpu,
      this.script - before.script,
      this.style - before.style,
      this.layout - before.layout,
      this.styleCount - before.styleCount,
      this.layoutCount - before.layoutCount,
    );
  }
}

export async function readFigures(cdp: CDPSession): Promise<Figures> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const figures = new Map(metrics.map(({ name, value }) => [name, value]));
  const millis = (name: string): number => figures.get(name)! * 1000;
  return new Figures(
    millis('TaskDuration'),
    millis('ScriptDuration'),
    millis('RecalcStyleDuration'),
    millis('LayoutDuration'),
    figures.get('RecalcStyleCount')!,
    figures.get('LayoutCount')!,
  );
}
