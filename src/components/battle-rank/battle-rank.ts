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
      <div class="base" part="base" data-side=${this.#side ?? nothing}>
        <span class="rank" part="rank"></span>
        <span class="score" part="score"></span>
      </div>
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
    const isRanked = rank !== null && !this.#side;
    writeText(rankElement, isRanked ? String(rank) : '');
    setAttribute(rankElement, 'role', isRanked ? 'img' : '');
    setAttribute(rankElement, 'aria-label', isRanked ? text('rank', { rank: String(rank) }) : '');
    setAttribute(base, 'data-medal', this.#side ? '' : medalOf(rank));
    // A question mark says little where nobody sees it.
    setAttribute(scoreElement, 'role', score === null ? 'img' : '');
    setAttribute(scoreElement, 'aria-label', score === null ? text('pointsHidden') : '');
  }
}

/** `none` where there is no place; empty for a place without a medal. */
function medalOf(rank: number | null): string {
  if (rank === null) return 'none';
  return rank <= 3 ? String(rank) : '';
}

/** Sets an attribute, or removes it if the value is empty. Most calls change nothing, and cost little then. */
function setAttribute(element: Element, name: string, value: string): void {
  if ((element.getAttribute(name) ?? '') === value) return;
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
