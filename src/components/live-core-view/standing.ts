import { html, nothing, type TemplateResult } from 'lit';
import type { BattleInfo, LiveSession } from '../../core/index.js';
import { flame } from '../icons.js';
import { text } from '../strings.js';

/** From this many contestants on, each seat shows rank and points. */
const ranksFrom = 3;

/** From this many wins in a row on, the seat shows the streak. */
const streakFrom = 2;

/** A contestant's rank and points in a battle of three or more, their win streak and their boost. */
export function renderStanding(session: LiveSession, battle: BattleInfo, userId: string): TemplateResult {
  const winStreak = session.coHostStore.connected.get().find((host) => host.userId === userId)?.winStreak ?? 0;
  return html`
    <div class="standing">
      ${battle.users.length < ranksFrom ? nothing : renderRank(session, userId)}
      ${winStreak < streakFrom ? nothing : renderStreak(winStreak)}
      <battle-boost part="boost" .session=${session} user-id=${userId}></battle-boost>
    </div>
  `;
}

function renderRank(session: LiveSession, userId: string): TemplateResult {
  return html`
    <battle-rank
      part="rank"
      exportparts="rank: rank-place, score: rank-score"
      .session=${session}
      user-id=${userId}
    ></battle-rank>
  `;
}

function renderStreak(count: number): TemplateResult {
  return html`
    <span class="streak" part="streak" role="img" aria-label=${text('winStreak', { count: String(count) })}
      >${flame}<span aria-hidden="true">${count}</span></span
    >
  `;
}
