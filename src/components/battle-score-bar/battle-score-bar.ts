import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Announcer } from '../announcer.js';
import { localeOf } from '../locale.js';
import { formatPoints, saneScore } from '../score-number.js';
import { LiveElement } from '../session-context/live-element.js';
import { shownPoints, sumOfPoints, type PointsOf } from '../shown-points.js';
import { FrameEffect } from '../signals/frame-effect.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { writeText } from '../write-text.js';
import { styles } from './battle-score-bar.styles.js';
import { leftShare, sidesOf, type BattleSide } from './sides.js';

interface Side {
  name: string;
  /** Null while points of the side are hidden. */
  score: number | null;
}

/** The shortest time between two announcements of a running score, in milliseconds. */
const announceEvery = 5000;

/**
 * The score of a battle between two hosts or two teams, as one bar. It follows the session's battle and shows nothing
 * unless exactly two sides compete. The own live's host is on the left, unless the stage seats the teams. With points
 * from its attributes the bar needs no session. While points of a side are hidden from the live, the bar stands at half.
 *
 * @summary Two scores as shares of one bar
 * @csspart bar - The whole bar
 * @csspart left - The left side's share
 * @csspart right - The right side's share
 * @csspart left-score - The left side's points
 * @csspart right-score - The right side's points
 * @csspart divider - The glow where the sides meet
 * @cssprop [--live-score-bar-height=22px] - Height of the bar
 * @cssprop [--live-score-bar-radius=999px] - Corners of the bar
 * @cssprop [--live-left-color=#ff2e74] - Colour of the left side at its end
 * @cssprop [--live-left-color-light=#ff8a5c] - Colour of the left side at the divider
 * @cssprop [--live-right-color=#2f6bff] - Colour of the right side at its end
 * @cssprop [--live-right-color-light=#3fd0ff] - Colour of the right side at the divider
 */
export class BattleScoreBarElement extends LiveElement {
  static override styles: CSSResultGroup = [tokens, styles];

  /** Points of the left side. Without points for either side, the bar shows the session's battle. */
  @property({ type: Number, attribute: 'left-score' }) leftScore: number | null = null;

  /** Points of the right side. */
  @property({ type: Number, attribute: 'right-score' }) rightScore: number | null = null;

  /** Name of the left side, for screen readers. */
  @property({ attribute: 'left-name' }) leftName = '';

  /** Name of the right side, for screen readers. */
  @property({ attribute: 'right-name' }) rightName = '';

  @query('.bar') private readonly bar!: HTMLElement | null;
  @query('.live') private readonly live!: HTMLElement | null;

  readonly #announcer = new Announcer(this, announceEvery, (bar, scores, isFirst) => {
    bar.setAttribute('aria-label', text('scoreOf', { scores }));
    if (this.live && !isFirst) this.live.textContent = scores;
  });

  constructor() {
    super();
    new FrameEffect(
      this,
      () => this.sides,
      (sides) => {
        if (sides) this.writeSides(...sides);
      },
    );
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.isShown) return nothing;
    return html`
      <div class="bar" part="bar" role="img" aria-label=${text('scoreOf', { scores: '' })}>
        <div class="track">
          <div class="side left" part="left"></div>
          <div class="side right" part="right"></div>
        </div>
        <div class="divider-rail"><div class="divider" part="divider"></div></div>
        <span class="score" part="left-score"></span>
        <span class="score" part="right-score"></span>
      </div>
      <div class="live visually-hidden" aria-live="polite"></div>
    `;
  }

  private get hasOwnScores(): boolean {
    return this.leftScore !== null || this.rightScore !== null;
  }

  private get isShown(): boolean {
    return this.hasOwnScores || (this.currentSession !== null && sidesOf(this.currentSession) !== null);
  }

  private get sides(): readonly [Side, Side] | null {
    if (this.hasOwnScores) {
      return [
        { name: this.leftName, score: saneScore(this.leftScore ?? 0, '<battle-score-bar> left-score') },
        { name: this.rightName, score: saneScore(this.rightScore ?? 0, '<battle-score-bar> right-score') },
      ];
    }
    const session = this.currentSession;
    const sides = session && sidesOf(session);
    if (!sides) return null;
    const pointsOf = shownPoints(session);
    const total = (users: BattleSide): Side => ({
      name: users.map(({ userName, userId }) => userName || userId).join(' & '),
      score: totalOf(users, pointsOf),
    });
    return [total(sides[0]), total(sides[1])];
  }

  private writeSides(left: Side, right: Side): void {
    const { bar } = this;
    if (!bar) return;
    const share = String(leftShare(left.score, right.score));
    const locale = localeOf(this);
    // On the elements that it moves alone: a custom property restyles all that inherit it.
    for (const moved of bar.querySelectorAll<HTMLElement>('.side, .divider-rail')) {
      moved.style.setProperty('--_share', share);
    }
    const areas = bar.querySelectorAll('.side');
    const scores = bar.querySelectorAll<HTMLElement>('.score');
    for (const [index, { score }] of [left, right].entries()) {
      areas[index]!.classList.toggle('unknown', score === null);
      writeScore(scores[index]!, formatPoints(score, locale));
    }
    this.#announcer.say(bar, () => describe([left, right], locale));
  }
}

function totalOf(users: BattleSide, pointsOf: PointsOf): number | null {
  const where = '<battle-score-bar>';
  const sanePoints: PointsOf = (userId) => {
    const points = pointsOf(userId);
    return points === null ? null : saneScore(points, where);
  };
  const total = sumOfPoints(
    users.map(({ userId }) => userId),
    sanePoints,
  );
  return total === null ? null : saneScore(total, where);
}

function describe(sides: readonly Side[], locale: string | undefined): string {
  return sides
    .map(({ name, score }) => {
      const points = score === null ? text('pointsHidden') : formatPoints(score, locale);
      return name ? text('sideScore', { name, score: points }) : points;
    })
    .join(', ');
}

// Running animations are kept here: `getAnimations` or a media query would compute styles in the middle of a frame.
const pops = new WeakMap<HTMLElement, Animation>();

function writeScore(element: HTMLElement, score: string): void {
  if (element.textContent === score) return;
  const isFirst = element.textContent === '';
  writeText(element, score);
  // One animation at a time: points may come in faster than it lasts.
  if (isFirst || pops.get(element)?.playState === 'running') return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  pops.set(element, element.animate({ scale: ['1', '1.22', '1'] }, { duration: 320, easing: 'ease-out' }));
}
