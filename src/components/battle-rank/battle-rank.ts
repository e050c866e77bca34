import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { localeOf } from '../locale.js';
import { formatPoints, saneScore } from '../score-number.js';
import { LiveElement } from '../session-context/live-element.js';
import { shownPoints } from '../shown-points.js';
import { FrameEffect } from '../signals/frame-effect.js';
import { sideOf } from '../battle-score-bar/sides.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './battle-rank.styles.js';
import { rankOf, scoreOf } from './ranks.js';

/** Rank and score are null while the points are hidden. */
interface Place {
  rank: number | null;
  score: number | null;
  side: 'left' | 'right' | null;
}

/**
 * One contestant's rank and points in the session's latest battle, for battles of three contestants or more. In a team
 * battle the rank is the team's. Between two teams the badge shows the colour of their side instead, as the score bar
 * A host or team whose points are hidden from the live has no rank, and the others are ranked among themselves.
 *
 * @summary Rank and points of one contestant
 * @csspart base - The badge
 * @csspart rank - The rank, or the colour of the side
 * @csspart score - The points
 * @cssprop [--live-gold-color=#ffc94d] - Colour of rank 1
 * @cssprop [--live-silver-color=#d8deea] - Colour of rank 2
 * @cssprop [--live-left-color=#ff2e74] - Colour of the left side
 * @cssprop [--live-right-color=#2f6bff] - Colour of the right side
 * @cssprop [--live-bronze-color=#e39b6a] - Colour of rank 3
 */
export class BattleRankElement extends LiveElement {
  static override styles: CSSResultGroup = [tokens, styles];

  /** User id of the contestant. */
  @property({ attribute: 'user-id' }) userId = '';

  @query('.base') private readonly base!: HTMLElement | null;

  constructor() {
    super();
    new FrameEffect(
      this,
      () => this.place,
      (place) => {
        if (place) this.writePlace(place);
      },
    );
  }

  override render(): TemplateResult | typeof nothing {
    const isContestant = this.currentSession?.battleStore.battleUsers
      .get()
      .some(({ userId }) => userId === this.userId);
    if (!isContestant) return nothing;
    return html`
      <div class="base" part="base">
        <span class="visually-hidden"></span>
        <span class="rank" part="rank" aria-hidden="true"></span>
        <span class="score" part="score"></span>
      </div>
    `;
  }

  private get place(): Place | null {
    const session = this.currentSession;
    const battle = session?.battleStore.latestBattleInfo.get();
    if (!session || !battle) return null;
    const pointsOf = shownPoints(session);
    return {
      rank: rankOf(this.userId, battle, pointsOf),
      score: scoreOf(this.userId, battle, pointsOf),
      side: sideOf(this.userId, session),
    };
  }

  private writePlace({ rank, score, side }: Place): void {
    const { base } = this;
    if (!base) return;
    const [spokenElement, rankElement, scoreElement] = base.children;
    const rankText = side || rank === null ? '' : String(rank);
    const scoreText = formatPoints(score === null ? null : saneScore(score, '<battle-rank>'), localeOf(this));
    base.dataset['side'] = side ?? '';
    base.dataset['rank'] = rankText;
    writeText(rankElement!, rankText);
    writeText(scoreElement!, scoreText);
    // A question mark says little where nobody sees it.
    scoreElement!.ariaHidden = score === null ? 'true' : null;
    writeText(
      spokenElement!,
      [rankText && text('rank', { rank: rankText }), score === null ? text('pointsHidden') : ''].join(' ').trim(),
    );
  }
}

/** Many times a second the same. */
function writeText(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}
