import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../src/components/live-session/define.js';
import { CoHostLayoutTemplate } from '../../src/core/index.js';
import { cast, Show } from './show.js';

const observed: readonly (keyof StoryShow)[] = ['hosts', 'template', 'battle', 'countdown', 'penalty', 'gifts'];

/** Puts a show on while it is in the page, and hands its viewer's session to the elements inside. */
class StoryShow extends LitElement {
  /** How many hosts are live and linked, 1–9. */
  @property({ type: Number }) hosts = 2;
  @property({ type: Number }) template: CoHostLayoutTemplate = CoHostLayoutTemplate.hostDynamicGrid;
  /** Seconds a battle lasts; 0 for none. */
  @property({ type: Number }) battle = 0;
  /** Seconds before and after it. */
  @property({ type: Number }) countdown = 0;
  @property({ type: Number }) penalty = 0;
  /** Whether gifts rain on the contestants. */
  @property({ type: Boolean }) gifts = false;
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
    const show = new Show({ hosts: cast.slice(0, count), template: this.template });
    this.show = show;
    await show.open();
    if (this.show !== show || this.battle <= 0 || count < 2) return;
    await show.battle(this.battle, { countdown: this.countdown, penalty: this.penalty });
    if (this.gifts) show.rainGifts();
  }
}
customElements.define('story-show', StoryShow);

declare global {
  interface HTMLElementTagNameMap {
    'story-show': StoryShow;
  }
}
