import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BattleEvents, LiveSession } from '../../core/index.js';
import { Announcer } from '../announcer.js';
import { renderFace } from '../face/face.js';
import { localeOf } from '../locale.js';
import { formatScore, saneScore } from '../score-number.js';
import { SessionListener } from '../session-context/session-listener.js';
import { text } from '../strings.js';

type Highlight = BattleEvents['score-highlighted'];

interface ShownHighlight extends Highlight {
  id: number;
  /** Row over the host; 0 is the lowest. The row is kept, so that no line moves when another one goes. */
  lane: number;
  /** End, in milliseconds of `performance.now()`. */
  until: number;
}

/** Milliseconds that a gift is shown. */
const shownFor = 3000;

/** Gifts that are shown at a time, over all hosts. */
const atOnce = 3;

/** Most gifts that wait. Beyond it the smallest is left out. */
const waitingAtMost = 6;

/** Milliseconds between two announcements of gifts. */
const announceEvery = 10_000;

/** Shows large gifts over the hosts who got them, a few at a time for some seconds each. */
export class GiftHighlights implements ReactiveController {
  #shown: readonly ShownHighlight[] = [];
  #waiting: readonly Highlight[] = [];
  #given = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The largest gift since the last announcement. */
  #unsaid: Highlight | null = null;
  /**
   * For screen readers. Each gift would be too much: they come fast, and the score bar announces the points anyway. So
   * only the largest gift of ten seconds is announced.
   */
  readonly #announcer: Announcer;

  constructor(
    private readonly host: ReactiveElement,
    session: () => LiveSession | null,
  ) {
    host.addController(this);
    this.#announcer = new Announcer(host, announceEvery, (element, words) => (element.textContent = words));
    new SessionListener(host, session, ({ battleStore: { events } }) => [
      events.on('score-highlighted', (highlight) => this.#add(highlight)),
      events.on('battle-ended', () => this.#clear()),
      () => this.#clear(),
    ]);
  }

  hostDisconnected(): void {
    this.#clear();
  }

  /** One box per host who got gifts. The element places it over the host. */
  render(): TemplateResult {
    const userIds = [...new Set(this.#shown.map(({ battleUser }) => battleUser.userId))];
    return html`${repeat(
      userIds,
      (userId) => userId,
      (userId) => html`
        <div class="highlights" data-user=${userId} aria-hidden="true">
          ${repeat(
            this.#shown.filter(({ battleUser }) => battleUser.userId === userId),
            ({ id }) => id,
            (highlight) => this.#renderLine(highlight),
          )}
        </div>
      `,
    )}`;
  }

  /** The live region for announcements. */
  renderNews(): TemplateResult {
    return html`<div class="highlight-news visually-hidden" aria-live="polite"></div>`;
  }

  #renderLine({ contributor, points, lane }: ShownHighlight): TemplateResult {
    return html`
      <div class="highlight lane-${lane}" part="highlight">
        ${renderFace(contributor)}
        <bdi class="highlight-name">${contributor.userName || contributor.userId}</bdi>
        <bdi class="highlight-points">${text('highlight', { points: this.#format(points) })}</bdi>
      </div>
    `;
  }

  #add(highlight: Highlight): void {
    this.#waiting = withoutSmallest([...this.#waiting, highlight], waitingAtMost);
    if (highlight.points > (this.#unsaid?.points ?? 0)) this.#unsaid = highlight;
    const news = this.host.renderRoot.querySelector<HTMLElement>('.highlight-news');
    if (news) this.#announcer.say(news, () => this.#takeNews());
    this.#step();
  }

  readonly #step = (): void => {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#shown = this.#shown.filter(({ until }) => until > now);
    const [next, ...others] = this.#waiting;
    if (next && this.#shown.length < atOnce) {
      const lane = freeLane(this.#shown.filter(({ battleUser }) => battleUser.userId === next.battleUser.userId));
      this.#shown = [...this.#shown, { ...next, id: this.#given++, lane, until: now + shownFor }];
      this.#waiting = others;
      return this.#step();
    }
    this.host.requestUpdate();
    const [first] = this.#shown;
    if (first) this.#timer = setTimeout(this.#step, first.until - now);
  };

  #clear(): void {
    clearTimeout(this.#timer);
    this.#shown = [];
    this.#waiting = [];
    this.#unsaid = null;
    this.host.requestUpdate();
  }

  /** The announcement. Each gift is announced at most once. */
  #takeNews(): string {
    const gift = this.#unsaid;
    this.#unsaid = null;
    if (!gift) return '';
    const nameOf = ({ userName, userId }: { userName: string; userId: string }): string => userName || userId;
    const points = this.#format(gift.points);
    return text('announceHighlight', { name: nameOf(gift.contributor), points, host: nameOf(gift.battleUser) });
  }

  #format(points: number): string {
    return formatScore(saneScore(points, '<battle-container> highlight'), localeOf(this.host));
  }
}

function withoutSmallest(gifts: readonly Highlight[], most: number): readonly Highlight[] {
  if (gifts.length <= most) return gifts;
  const least = Math.min(...gifts.map(({ points }) => points));
  const index = gifts.findLastIndex(({ points }) => points === least);
  return gifts.toSpliced(index, 1);
}

function freeLane(shown: readonly ShownHighlight[]): number {
  const taken = shown.map(({ lane }) => lane);
  return [0, 1, 2].find((lane) => !taken.includes(lane)) ?? 0;
}
