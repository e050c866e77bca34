import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BattleInfo } from '../../core/index.js';
import { renderFace } from '../face/face.js';
import { crown } from '../icons.js';
import { formatScore, saneScore } from '../score-number.js';
import { text } from '../strings.js';

/** Each contestant's outcome; in a team battle the outcome of their team. */
export function renderResults({ result }: BattleInfo): unknown {
  return repeat(
    result?.standings ?? [],
    ({ userId }) => userId,
    ({ userId, outcome }) => html`
      <div class="result ${outcome}" data-user=${userId}>
        <div class="badge" part="result ${outcome}">
          ${outcome === 'win' ? html`<span class="crown">${crown}</span>` : nothing}
          <span class="outcome">${text(outcome)}</span>
        </div>
      </div>
    `,
  );
}

/** Marks the losers who serve the penalty; a loser who has left serves none. */
export function renderPenalties({ users, result }: BattleInfo): unknown {
  const isGone = (userId: string): boolean => users.some((user) => user.userId === userId && user.exited);
  const serving = result?.standings.filter(({ userId, outcome }) => outcome === 'lose' && !isGone(userId)) ?? [];
  return repeat(
    serving,
    ({ userId }) => userId,
    ({ userId }) => html`
      <div class="result serving" data-user=${userId}>
        <div class="tag" part="penalty">${text('lose')}</div>
      </div>
    `,
  );
}

/** The MVP: the top contributor to the winner. */
export function renderMvp({ result }: BattleInfo, locale: string | undefined): TemplateResult | typeof nothing {
  const mvp = result?.mvp;
  if (!mvp) return nothing;
  return html`
    <div class="mvp" part="mvp">
      ${renderFace(mvp)}
      <span class="mvp-title">${text('mvp')}</span>
      <bdi class="mvp-name">${mvp.userName || mvp.userId}</bdi>
      <span class="mvp-points">${formatScore(saneScore(mvp.points, '<battle-container> MVP'), locale)}</span>
    </div>
  `;
}
