import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BattleInfo, BattleOutcome, BattlePhase } from '../../core/index.js';
import { setState } from '../custom-state.js';
import { crown } from '../icons.js';
import { LiveElement } from '../session-context/live-element.js';
import { text } from '../strings.js';
import { tokens } from '../tokens.styles.js';
import { warnOnce } from '../warn-once.js';
import { styles } from './battle-container.styles.js';
import { around, areRegions, evenRegions, place, type BattleRegion } from './battle-region.js';
import { BattleShow } from './battle-show.js';
import { clockText, Countdown, type TimeLeft } from './countdown.js';

/** Seconds before the end from which on the timer is emphasised. */
const lastSeconds = 10;

const phases: readonly BattlePhase[] = ['countdown', 'running', 'penalty', 'over'];

/**
 * What lies over the battling hosts: the countdown, score bar, timer, the start's flash, for five seconds after the end
 * who won, and the penalty with those who have to serve it.
 * Shows nothing while there is no battle.
 *
 * @summary The overlay of a battle that goes on or has just ended
 * @slot - Replaces score bar, timer, flash and results
 * @slot foreground - Above everything else
 * @slot background - Between the videos and everything else
 * @csspart base - The whole overlay
 * @csspart header - Score bar and timer
 * @csspart score-bar - The score bar
 * @csspart timer - The time left, of the battle or of its penalty
 * @csspart countdown - The seconds before the start
 * @csspart flash - What marks the start
 * @csspart result - One contestant's result
 * @csspart win - The result of a winner
 * @csspart lose - The result of a loser
 * @csspart draw - The result of a draw
 * @csspart penalty - What marks a loser who serves the penalty
 * @csspart bar - The score bar's bar
 * @csspart left - The left side's share of the score bar
 * @csspart right - The right side's share of the score bar
 * @csspart left-score - The left side's points
 * @csspart right-score - The right side's points
 * @csspart divider - The glow where the sides of the score bar meet
 * @cssprop [--live-battle-inset=0px] - Distance of score bar and timer from the top of the battle's area
 * @cssprop [--live-gold-color=#ffc94d] - Colour of a win
 * @cssprop [--live-alert-color=#ff3b4e] - Colour of the last seconds
 * @cssState countdown - A battle is about to start
 * @cssState running - A battle is going on
 * @cssState penalty - The penalty is being served
 * @cssState over - A result is shown, and nothing else follows
 */
export class BattleContainerElement extends LiveElement {
  static override styles: CSSResultGroup = [tokens, styles];

  /** Where the contestants are; without it they are taken to be side by side. */
  @property({ attribute: false }) regions: readonly BattleRegion[] | null = null;

  @query('.area') private readonly area!: HTMLElement | null;
  @query('.time') private readonly time!: HTMLElement | null;
  @queryAll('.result') private readonly results!: NodeListOf<HTMLElement>;

  readonly #internals = this.attachInternals();
  readonly #show = new BattleShow(this, () => this.currentSession);

  constructor() {
    super();
    new Countdown(
      this,
      () => this.timeLeft,
      (seconds) => {
        const phase = this.#show.battle?.phase;
        if (!this.time) return;
        // Nobody counts "three, two, one, nothing": the battle itself comes next.
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
    `;
  }

  protected override updated(): void {
    const { battle } = this.#show;
    for (const phase of phases) setState(this.#internals, phase, battle?.phase === phase);
    if (!battle) return;
    const regions = this.contestantRegions(battle);
    if (this.area && regions.length > 0) place(this.area, around(regions));
    for (const element of this.results) {
      const region = regions.find(({ userId }) => userId === element.dataset['user']);
      element.hidden = !region;
      if (region) place(element, region);
    }
  }

  private renderBattle(battle: BattleInfo): TemplateResult {
    return html`
      <div class="base" part="base">
        <div class="layer"><slot name="background"></slot></div>
        <slot>
          ${this.#show.isResultFresh ? renderResults(battle) : nothing}
          ${battle.phase === 'penalty' && !this.#show.isResultFresh ? renderPenalties(battle) : nothing}
          <div class="area">
            <div class="header" part="header">
              <battle-score-bar
                part="score-bar"
                exportparts="bar, left, right, left-score, right-score, divider"
                .session=${this.currentSession}
              ></battle-score-bar>
              ${battle.phase === 'countdown' ? nothing : renderTimer(battle)}
            </div>
            ${battle.phase === 'countdown' ? renderCountdown() : nothing}
            ${this.#show.isStarting ? renderFlash() : nothing}
          </div>
        </slot>
        <div class="layer"><slot name="foreground"></slot></div>
      </div>
    `;
  }

  private contestantRegions({ users }: BattleInfo): readonly BattleRegion[] {
    if (this.regions && !areRegions(this.regions)) warnOnce('<battle-container>: "regions" is no list of BattleRegion');
    if (!areRegions(this.regions)) return evenRegions(users.map(({ userId }) => userId));
    return this.regions.filter((region) => users.some(({ userId }) => userId === region.userId));
  }

  private get timeLeft(): TimeLeft | null {
    const { battle } = this.#show;
    const session = this.currentSession;
    const end = battle && endOfPhase(battle);
    return session && end ? { left: end.at - session.clock.now(), total: end.lasting * 1000 } : null;
  }
}

/** When the phase ends, and how many seconds all of it takes; null when nothing is left to wait for. */
function endOfPhase({ phase, config, startedAt, endsAt, penaltyEndsAt }: BattleInfo) {
  if (phase === 'countdown') return { at: startedAt, lasting: config.countdown };
  if (phase === 'running') return { at: endsAt, lasting: (endsAt - startedAt) / 1000 };
  return phase === 'penalty' && penaltyEndsAt !== null ? { at: penaltyEndsAt, lasting: config.penalty } : null;
}

function renderResults({ result }: BattleInfo): unknown {
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

function renderPenalties({ users, result }: BattleInfo): unknown {
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

function renderCountdown(): TemplateResult {
  return html`
    <div class="countdown" part="countdown" role="timer" aria-label=${text('startsIn')}><span class="time"></span></div>
  `;
}

function renderTimer({ phase, users }: BattleInfo): TemplateResult {
  // Under a score bar it hangs on it.
  const shape = users.length === 2 ? 'timer' : 'timer alone';
  if (phase === 'over') return html`<div class=${shape} part="timer">${text('battleOver')}</div>`;
  if (phase === 'penalty') {
    return html`
      <div class="${shape} penalty" part="timer" role="timer" aria-label=${text('penaltyLeft')}>
        <span aria-hidden="true">${text('penalty')}</span> <span class="time"></span>
      </div>
    `;
  }
  return html`
    <div class=${shape} part="timer" role="timer" aria-label=${text('timeLeft')}><span class="time"></span></div>
  `;
}

function renderFlash(): TemplateResult {
  return html`
    <div class="flash" part="flash" aria-hidden="true">
      <span class="flash-text">${text('versus')}</span>
    </div>
  `;
}

function announcementOf({ users, result }: BattleInfo): string {
  const namesOf = (userIds: readonly string[]): string =>
    users
      .filter(({ userId }) => userIds.includes(userId))
      .map(({ userId, userName }) => userName || userId)
      .join(', ');
  const everybody = users.map(({ userId }) => userId);
  if (!result) return text('announceStart', { names: namesOf(everybody) });
  const withOutcome = (wanted: BattleOutcome): string[] =>
    result.standings.filter(({ outcome }) => outcome === wanted).map(({ userId }) => userId);
  const winners = withOutcome('win');
  return winners.length > 0 ? text('announceWin', { names: namesOf(winners) }) : text('announceDraw');
}
