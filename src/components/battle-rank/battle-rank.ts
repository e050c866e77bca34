import { nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { html } from '../html.js';
import { localeOf } from '../locale.js';
import { formatPoints, saneScore } from '../score-number.js';
import { LiveElement } from '../session-context/live-element.js';
import { FrameEffect } from '../signals/frame-effect.js';
import { sideOf } from '../battle-score-bar/sides.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { writeText } from '../write-text.js';
import { styles } from './battle-rank.styles.js';

/** Rank and score are null while the points are hidden. */
interface Place {
  rank: number | null;
  score: number | null;
}

/**
 * One contestant's rank and points in the session's latest battle, for battles of three contestants or more. In a team
 * battle the rank is the team's. Between two teams the badge shows the colour of their side instead, as the score bar.
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

  /** What was written since the last update. Points change many times a second, ranks seldom. */
  #written: Place | null = null;
  #side: 'left' | 'right' | null = null;

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
    const session = this.currentSession;
    const isContestant = session?.battleStore.battleUsers.get().some(({ userId }) => userId === this.userId);
    if (!isContestant) return nothing;
    this.#side = sideOf(this.userId, session!);
    this.#written = null;
    return html`
      <div class="base" part="base"><span class="rank" part="rank"></span><span class="score" part="score"></span></div>
    `;
  }

  private get place(): Place | null {
    const session = this.currentSession;
    if (!session) return null;
    const { battleStore } = session;
    return { rank: battleStore.rankOf(this.userId).get(), score: battleStore.pointsOf(this.userId).get() };
  }

  private writePlace(place: Place): void {
    const { rank, score } = place;
    const { base } = this;
    if (!base) return;
    const [rankElement, scoreElement] = base.children as unknown as [Element, Element];
    writeText(scoreElement, formatPoints(score === null ? null : saneScore(score, '<battle-rank>'), localeOf(this)));
    const before = this.#written;
    this.#written = place;
    if (before?.rank === rank && (before.score === null) === (score === null)) return;
    const rankText = this.#side || rank === null ? '' : String(rank);
    base.dataset['side'] = this.#side ?? '';
    base.dataset['rank'] = rankText;
    writeText(rankElement, rankText);
    name(rankElement, rankText && text('rank', { rank: rankText }));
    // A question mark says little where nobody sees it.
    name(scoreElement, score === null ? text('pointsHidden') : '');
  }
}

/** Names an element for screen readers in place of its text; empty: they read its text. */
function name(element: Element, label: string): void {
  element.role = label ? 'img' : null;
  element.ariaLabel = label || null;
}
