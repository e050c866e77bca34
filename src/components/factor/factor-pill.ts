import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../strings.js';
import type { FactorMoment } from './factor-clock.js';

/** The factor that is on or about to begin. `writeFactorTime` writes the seconds into it. */
export function renderFactor(moment: FactorMoment | null, part: string): TemplateResult | typeof nothing {
  if (!moment) return nothing;
  return html`
    <div class="factor-pill ${moment.isOn ? 'on' : 'soon'}" part=${part}>
      <bdi class="factor">${text('factor', { factor: String(moment.factor) })}</bdi>
      <bdi class="factor-time"></bdi>
    </div>
  `;
}

export function writeFactorTime(root: ParentNode, { isOn }: FactorMoment, seconds: number): void {
  const time = root.querySelector('.factor-time');
  if (time) time.textContent = text(isOn ? 'factorFor' : 'factorIn', { seconds: String(seconds) });
}
