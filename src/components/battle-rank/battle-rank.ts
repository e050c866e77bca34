import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { localeOf } from '../locale.js';
import { formatScore, saneScore } from '../score-number.js';
import { LiveElement } from '../session-context/live-element.js';
import { FrameEffect } from '../signals/frame-effect.js';
import { sideOf } from '../battle-score-bar/sides.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './battle-rank.styles.js';
import { rankOf, scoreOf } from './ranks.js';

interface Place {
  rank: number;
  score: number;
  side: 'left' | 'right' | null;
}

/**
 * One contestant's rank and points in the session's latest battle, for battles of three contestants or more. In a team
 * battle the rank is the team's. Between two teams the badge shows the colour of their side instead, as the score bar
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
    const store = this.currentSession?.battleStore;
    const battle = store?.latestBattleInfo.get();
    if (!store || !battle) return null;
    const scores = store.battleScore.get();
    return {
      rank: rankOf(this.userId, battle, scores),
      score: scoreOf(this.userId, battle, scores),
      side: this.currentSession && sideOf(this.userId, this.currentSession),
    };
  }

  private writePlace({ rank, score, side }: Place): void {
    const { base } = this;
    if (!base) return;
    const [spokenElement, rankElement, scoreElement] = base.children;
    const rankText = side ? '' : String(rank);
    base.dataset['side'] = side ?? '';
    if (rankElement!.textContent !== rankText) {
      rankElement!.textContent = rankText;
      spokenElement!.textContent = side ? '' : text('rank', { rank: rankText });
      base.dataset['rank'] = rankText;
    }
    const scoreText = formatScore(saneScore(score, '<battle-rank>'), localeOf(this));
    if (scoreElement!.textContent !== scoreText) scoreElement!.textContent = scoreText;
  }
}
