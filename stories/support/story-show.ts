import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../src/components/live-session/define.js';
import { CoHostLayoutTemplate, SeatLayoutTemplate, type BattleConfig } from '../../src/core/index.js';
import { cast, Show, type ShowEffect } from './show.js';

const observed: readonly (keyof StoryShow)[] = [
  'hosts',
  'guests',
  'template',
  'seatTemplate',
  'seats',
  'lockedSeat',
  'battle',
  'config',
  'effects',
  'gifts',
  'streak',
];

/** Runs a `Show` while it is in the page, and gives its viewer's session to the elements inside. */
class StoryShow extends LitElement {
  /** How many hosts are live and linked, 1–9. */
  @property({ type: Number }) hosts = 2;
  /** How many guests take seats of one host. */
  @property({ type: Number }) guests = 0;
  @property({ type: Number }) template: CoHostLayoutTemplate = CoHostLayoutTemplate.hostDynamicGrid;
  @property({ type: Number }) seatTemplate: SeatLayoutTemplate = SeatLayoutTemplate.videoDynamicGrid9Seats;
  /** Seats of a live; 0 for the usual number. */
  @property({ type: Number }) seats = 0;
  /** Index of the locked seat; -1 for none. */
  @property({ type: Number }) lockedSeat = -1;
  /** Seconds a battle lasts; 0 for none. */
  @property({ type: Number }) battle = 0;
  /** Further settings of the battle. */
  @property({ attribute: false }) config: Partial<BattleConfig> = {};
  /** Effects on the battle. */
  @property({ attribute: false }) effects: readonly ShowEffect[] = [];
  /** Whether the contestants get gifts all the time. */
  @property({ type: Boolean }) gifts = false;
  /** How many battles the first host has won before. */
  @property({ type: Number }) streak = 0;
  @state() private show: Show | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.show?.close();
    this.show = null;
  }

  override render(): TemplateResult {
    return html`<live-session .session=${this.show?.viewer ?? null}><slot></slot></live-session>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = observed.some((name) => changed.has(name));
    if (isOther) void this.putOn();
  }

  private async putOn(): Promise<void> {
    this.show?.close();
    const count = Math.min(Math.max(Math.round(this.hosts), 1), cast.length);
    const show = new Show({
      hosts: cast.slice(0, count),
      guests: cast.slice(count, count + Math.round(this.guests)),
      template: this.template,
      seatTemplate: this.seatTemplate,
      ...(this.seats > 0 && { seats: this.seats }),
    });
    this.show = show;
    await show.open();
    if (this.lockedSeat >= 0) await show.lockSeat(this.lockedSeat);
    if (this.show !== show || this.battle <= 0 || count < 2) return;
    for (let won = 0; won < this.streak; won++) await show.shortBattle();
    await show.battle(this.battle, this.config);
    for (const effect of this.effects) void show.effect(effect);
    if (this.gifts) show.rainGifts();
  }
}
customElements.define('story-show', StoryShow);

declare global {
  interface HTMLElementTagNameMap {
    'story-show': StoryShow;
  }
}
