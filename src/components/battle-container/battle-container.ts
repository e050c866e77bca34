import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import type { BattleInfo, BattlePhase, LiveSession } from '../../core/index.js';
import { CustomStates } from '../custom-states.js';
import { faceStyles } from '../face/face.styles.js';
import { FactorClock } from '../factor/factor-clock.js';
import { renderFactor, writeFactorTime } from '../factor/factor-pill.js';
import { planForAll } from '../factor/factor-plan.js';
import { factorStyles } from '../factor/factor.styles.js';
import { localeOf } from '../locale.js';
import { LiveElement } from '../session-context/live-element.js';
import { tokens } from '../tokens.styles.js';
import { warnOnce } from '../warn-once.js';
import { announcementOf, newsOf } from './announcement.js';
import { styles } from './battle-container.styles.js';
import { renderContributors, renderTimer } from './battle-header.js';
import { headerStyles } from './battle-header.styles.js';
import { renderCountdown, renderExtension, renderExtraTime, renderFlash } from './battle-moments.js';
import { momentStyles } from './battle-moments.styles.js';
import { renderMvp, renderPenalties, renderResults } from './battle-result.js';
import { resultStyles } from './battle-result.styles.js';
import { around, areRegions, evenRegions, place, widened, type BattleRegion } from './battle-region.js';
import { BattleShow } from './battle-show.js';
import { BattleTarget } from './battle-target.js';
import { targetStyles } from './battle-target.styles.js';
import { clockText, Countdown, type TimeLeft } from './countdown.js';
import { EffectNews } from './effect-news.js';
import { endOfPhase } from './end-of-phase.js';
import { GiftHighlights } from './gift-highlights.js';
import { highlightStyles } from './gift-highlights.styles.js';
import { TopContributors } from './top-contributors.js';

/** The timer is emphasised in this many last seconds of a battle. */
const lastSeconds = 10;

/** Least width of the area for large gifts to a host: share of the element's width. */
const highlightWidth = 0.32;

const wholeArea = { x: 0, y: 0, w: 1, h: 1 };

const phases: readonly BattlePhase[] = ['countdown', 'running', 'penalty', 'over'];

/**
 * The overlay of a battle. It shows the countdown first. While the battle runs, it shows the score bar, the timer, the
 * top contributors, a flash at the start, extra time, extensions, the multiplier, a target and large gifts. For five
 * seconds after the end it shows each contestant's result and the MVP. In a penalty it shows the time left and marks the
 * losers. Without a battle it shows nothing.
 *
 * @summary The overlay of a battle that goes on or has just ended
 * @slot - Replaces score bar, timer, countdown, flash, extra time, extensions, multiplier, target, large gifts and results
 * @slot foreground - Above everything else
 * @slot background - Between the videos and everything else
 * @csspart base - The whole overlay
 * @csspart header - Score bar and timer
 * @csspart score-bar - The score bar
 * @csspart timer - The time left, of the battle or of its penalty
 * @csspart countdown - The seconds before the start
 * @csspart contributors - The top contributors of one host, in a battle between two hosts
 * @csspart multiplier - The multiplier of all points that is on, or about to begin
 * @csspart target - The target of all hosts: points so far, and time left
 * @csspart highlight - A large gift, over the host who got it
 * @csspart flash - The flash at the start
 * @csspart extra-time - The banner at the beginning of extra time
 * @csspart extension - The banner when the battle is extended
 * @csspart result - One contestant's result
 * @csspart win - The result of a winner
 * @csspart lose - The result of a loser
 * @csspart draw - The result of a draw
 * @csspart mvp - The MVP: the top contributor to the winner
 * @csspart penalty - The tag on a loser who serves the penalty
 * @csspart bar - The score bar's bar
 * @csspart left - The left side's share of the score bar
 * @csspart right - The right side's share of the score bar
 * @csspart left-score - The left side's points
 * @csspart right-score - The right side's points
 * @csspart divider - The glow where the sides of the score bar meet
 * @cssprop [--live-battle-inset=0px] - Distance of score bar and timer from the top of the battle's area
 * @cssprop [--live-gold-color=#ffc94d] - Colour of a win, of points that count several times and of large gifts
 * @cssprop [--live-alert-color=#ff3b4e] - Colour of the last seconds
 * @cssState countdown - A battle is about to start
 * @cssState running - A battle is going on
 * @cssState extra-time - The battle was a draw and runs on in extra time
 * @cssState penalty - The penalty is being served
 * @cssState over - The battle and its penalty are over, and the result is still shown
 */
export class BattleContainerElement extends LiveElement {
  static override styles: CSSResultGroup = [
    tokens,
    faceStyles,
    factorStyles,
    styles,
    headerStyles,
    targetStyles,
    highlightStyles,
    momentStyles,
    resultStyles,
  ];

  /** Where each contestant is. Null places them side by side. */
  @property({ attribute: false }) regions: readonly BattleRegion[] | null = null;

  /** The area that score bar, timer and countdown span: the rectangle around the contestants, or the whole element. */
  @property() area: 'contestants' | 'all' = 'contestants';

  /** Whether large gifts are shown over the hosts who got them. */
  @property() highlights: 'shown' | 'none' = 'shown';

  @query('.area') private readonly areaBox!: HTMLElement | null;
  @query('.time') private readonly time!: HTMLElement | null;
  /** Content over one contestant: results, penalty marks and large gifts. */
  @queryAll('[data-user]') private readonly overContestants!: NodeListOf<HTMLElement>;

  readonly #states = new CustomStates(this);
  readonly #show = new BattleShow(this, () => this.currentSession);
  readonly #contributors = new TopContributors(this, () => (this.#show.battle ? this.currentSession : null));
  readonly #multiplier = new FactorClock(
    this,
    () => this.seen && { plan: planForAll(this.seen.battle), session: this.seen.session },
    (moment, seconds) => writeFactorTime(this.renderRoot, moment, seconds),
  );
  readonly #target = new BattleTarget(this, () => this.seen);
  readonly #effectNews = new EffectNews(this, () => this.currentSession);
  readonly #highlights = new GiftHighlights(this, () => (this.highlights === 'none' ? null : this.currentSession));

  constructor() {
    super();
    new Countdown(
      this,
      () => this.timeLeft,
      (seconds) => {
        const phase = this.#show.battle?.phase;
        if (!this.time) return;
        // The countdown ends at 1, not at 0: then the battle begins.
        this.time.textContent = phase === 'countdown' ? String(Math.max(seconds, 1)) : clockText(seconds);
        this.time.classList.toggle('last', phase === 'running' && seconds <= lastSeconds);
      },
    );
  }

  override render(): TemplateResult {
    const { battle } = this.#show;
    return html`
      ${battle ? this.renderBattle(battle) : nothing}
      <div class="visually-hidden" role="status">${battle ? announcementOf(battle) : nothing}</div>
      <div class="visually-hidden" role="status">${newsOf(this.#show.isExtraTimeFresh, this.#multiplier.moment)}</div>
      ${this.#effectNews.render()} ${this.#highlights.renderNews()}
    `;
  }

  protected override updated(): void {
    const { battle } = this.#show;
    for (const phase of phases) this.#states.set(phase, battle?.phase === phase);
    this.#states.set('extra-time', battle?.phase === 'running' && battle.extraTimeStartedAt !== null);
    if (!battle) return;
    const regions = this.contestantRegions(battle);
    const span = this.area === 'all' || regions.length === 0 ? wholeArea : around(regions);
    if (this.areaBox) place(this.areaBox, span);
    for (const element of this.overContestants) {
      const region = regions.find(({ userId }) => userId === element.dataset['user']);
      element.hidden = !region;
      if (region) this.placeOver(element, region);
    }
  }

  /** Places content over its contestant. Large gifts get a wider area than a narrow seat. */
  private placeOver(element: HTMLElement, region: BattleRegion): void {
    const isNarrow = element.matches('.highlights') && region.w < highlightWidth;
    element.classList.toggle('widened', isNarrow);
    place(element, isNarrow ? widened(region, highlightWidth) : region);
  }

  private renderBattle(battle: BattleInfo): TemplateResult {
    return html`
      <div class="base" part="base">
        <div class="layer"><slot name="background"></slot></div>
        <slot>
          ${battle.phase === 'running' ? this.#highlights.render() : nothing}
          ${this.#show.isResultFresh ? renderResults(battle) : nothing}
          ${battle.phase === 'penalty' && !this.#show.isResultFresh ? renderPenalties(battle) : nothing}
          <div class="area">
            <div class="header" part="header">
              <battle-score-bar
                part="score-bar"
                exportparts="bar, left, right, left-score, right-score, divider"
                .session=${this.currentSession}
              ></battle-score-bar>
              ${this.renderBelowBar(battle)}
            </div>
            ${battle.phase === 'countdown' ? renderCountdown() : nothing}
            ${this.#show.isStarting ? renderFlash() : nothing}
            ${this.#show.isExtraTimeFresh ? renderExtraTime() : nothing}
            ${this.#show.freshExtension ? renderExtension(this.#show.freshExtension) : nothing}
            ${isCrowded(battle) ? nothing : this.renderMvp(battle)}
          </div>
        </slot>
        <div class="layer"><slot name="foreground"></slot></div>
      </div>
    `;
  }

  private renderBelowBar(battle: BattleInfo): TemplateResult | typeof nothing {
    if (battle.phase === 'countdown') return nothing;
    const [left, right] = this.#contributors.sides ?? [];
    return html`
      <div class="below">
        ${renderContributors('left', left)} ${renderTimer(battle)} ${renderContributors('right', right)}
      </div>
      <div class="notes">
        ${renderFactor(this.#multiplier.moment, 'multiplier')} ${this.#target.render()}
        ${isCrowded(battle) ? this.renderMvp(battle) : nothing}
      </div>
    `;
  }

  private renderMvp(battle: BattleInfo): TemplateResult | typeof nothing {
    return this.#show.isResultFresh ? renderMvp(battle, localeOf(this)) : nothing;
  }

  private contestantRegions({ users }: BattleInfo): readonly BattleRegion[] {
    if (this.regions && !areRegions(this.regions)) warnOnce('<battle-container>: "regions" is no list of BattleRegion');
    if (!areRegions(this.regions)) return evenRegions(users.map(({ userId }) => userId));
    return this.regions.filter((region) => users.some(({ userId }) => userId === region.userId));
  }

  /** The battle that is shown, with its session. */
  private get seen(): { battle: BattleInfo; session: LiveSession } | null {
    const { battle } = this.#show;
    return battle && this.currentSession ? { battle, session: this.currentSession } : null;
  }

  private get timeLeft(): TimeLeft | null {
    const { battle } = this.#show;
    const session = this.currentSession;
    const end = battle && endOfPhase(battle);
    return session && end ? { left: end.at - session.clock.now(), total: end.lasting * 1000 } : null;
  }
}

/** With more than two contestants there are results all over the area: then the MVP is below the timer. */
function isCrowded({ users }: BattleInfo): boolean {
  return users.length > 2;
}
