import { nothing, type TemplateResult } from 'lit';
import type { BattleInfo, LiveSession } from '../../core/index.js';
import { html } from '../html.js';
import { flame } from '../icons.js';
import { text } from '../strings.js';

/** From this many contestants on, each seat shows rank and points. */
const ranksFrom = 3;

/** From this many wins in a row on, the seat shows the streak. */
const streakFrom = 2;

/** A contestant's rank and points in a battle of three or more, their win streak and their boost. */
export function renderStanding(
  session: LiveSession,
  battle: BattleInfo,
  userId: string,
): TemplateResult | typeof nothing {
  const winStreak = session.coHostStore.connected.get().find((host) => host.userId === userId)?.winStreak ?? 0;
  const shown = [
    battle.users.length >= ranksFrom && renderRank(session, userId),
    winStreak >= streakFrom && renderStreak(winStreak),
    isBoosted(battle, userId) && renderBoost(session, userId),
  ].filter((part) => part !== false);
  return shown.length > 0 ? html`<div class="standing">${shown}</div>` : nothing;
}

/** Whether a boost is on or to come. */
function isBoosted({ effects }: BattleInfo, userId: string): boolean {
  return effects.some((effect) => effect.type === 'boost' && effect.userIds.includes(userId));
}

function renderBoost(session: LiveSession, userId: string): TemplateResult {
  return html`<battle-boost part="boost" .session=${session} user-id=${userId}></battle-boost>`;
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
