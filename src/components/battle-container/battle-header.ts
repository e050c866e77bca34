import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BattleInfo } from '../../core/index.js';
import { isBetweenTwo } from '../battle-score-bar/sides.js';
import { renderFace } from '../face/face.js';
import { text } from '../strings.js';
import type { Supported } from './top-contributors.js';

/** The timer of the current phase. */
export function renderTimer(battle: BattleInfo): TemplateResult {
  const { phase, extraTimeStartedAt } = battle;
  // Below a score bar, the timer is attached to it.
  const shape = isBetweenTwo(battle) ? 'timer' : 'timer alone';
  if (phase === 'over') return html`<div class=${shape} part="timer">${text('battleOver')}</div>`;
  if (phase === 'penalty') return renderNamedTimer(`${shape} penalty`, text('penalty'), text('penaltyLeft'));
  if (extraTimeStartedAt !== null) return renderNamedTimer(`${shape} extra`, text('extraTime'), text('extraTimeLeft'));
  return html`
    <div class=${shape} part="timer" role="timer" aria-label=${text('timeLeft')}><span class="time"></span></div>
  `;
}

/** The top contributors of one host, in a battle between two hosts. */
export function renderContributors(side: 'left' | 'right', supported: Supported | undefined): TemplateResult {
  if (!supported || supported.contributors.length === 0) return html`<span class="contributors"></span>`;
  const { host, contributors } = supported;
  const label = text('contributorsOf', { name: host.userName || host.userId });
  return html`
    <ul class="contributors ${side}" part="contributors" aria-label=${label}>
      ${repeat(
        contributors,
        ({ userId }) => userId,
        (user) =>
          html`<li>${renderFace(user)}<span class="visually-hidden">${user.userName || user.userId}</span></li>`,
      )}
    </ul>
  `;
}

function renderNamedTimer(classes: string, name: string, label: string): TemplateResult {
  return html`
    <div class=${classes} part="timer" role="timer" aria-label=${label}>
      <span aria-hidden="true">${name}</span> <span class="time"></span>
    </div>
  `;
}
