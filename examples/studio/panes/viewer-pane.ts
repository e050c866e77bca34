import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WithSignals } from 'live-battles';
import type { LiveSession, User } from 'live-battles/core';
import { aloneUrl } from '../address.js';
import { base } from '../parts/base.styles.js';
import { KeepFocus } from '../parts/keep-focus.js';
import type { StudioWorld } from '../world/studio-world.js';
import { elsewhereNotice } from './elsewhere-notice.js';
import './gift-tray.js';
import './live-picker.js';
import { backdrop, liveStage } from './live-stage.js';
import { notice } from './notice.styles.js';
import './pane-frame.js';
import { PaneSession } from './pane-session.js';
import { stageButton } from './stage-button.js';

/** The pane of a viewer, who picks a live, watches, sends gifts and comes on stage. */
@customElement('viewer-pane')
export class ViewerPane extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    notice,
    backdrop,
    css`
      :host {
        display: block;
        min-block-size: 0;
      }

      .way-up {
        display: grid;
        justify-items: center;
        margin-block-start: 10px;
      }
    `,
  ];

  @property({ attribute: false }) world!: StudioWorld;
  @property({ attribute: false }) user!: User;
  @property({ type: Boolean }) alone = false;
  /** A live to enter at once. */
  @property() liveId: string | null = null;

  readonly #pane = new PaneSession(this, { person: () => ({ world: this.world, user: this.user }) });

  constructor() {
    super();
    new KeepFocus(this, () => this.renderRoot.querySelector('pane-frame'));
  }

  override firstUpdated(): void {
    const { liveId } = this;
    if (liveId) void this.#watch(liveId);
  }

  override render(): TemplateResult {
    const { session, toasts } = this.#pane;
    const live = session?.liveListStore.currentLive.get();
    return html`<pane-frame
      .user=${this.user}
      .occupation=${live ? `Watching ${live.liveOwner.userName}` : 'Viewer'}
      .toasts=${toasts}
      .aloneUrl=${this.alone ? '' : aloneUrl('viewer', this.user, live?.liveId)}
      @open-alone=${() => this.#pane.followToOtherTab()}
    >
      ${session ? this.#renderSession(session) : elsewhereNotice(this.user, () => this.#pane.takeBack())}
    </pane-frame>`;
  }

  #renderSession(session: LiveSession): TemplateResult {
    const { toasts } = this.#pane;
    if (!session.liveListStore.currentLive.get()) {
      return html`<live-picker
        .session=${session}
        .toasts=${toasts}
        @pick-live=${({ detail }: CustomEvent<string>) => void this.#watch(detail)}
      ></live-picker>`;
    }
    return html`
      ${liveStage(session)}
      <button
        slot="action"
        data-testid="leave-live"
        @click=${() => void toasts.attempt(() => session.liveListStore.leaveLive())}
      >
        Leave
      </button>
      <gift-tray slot="dock" .session=${session} .toasts=${toasts} .world=${this.world}></gift-tray>
      <div slot="dock" class="way-up">${stageButton(session, toasts)}</div>
    `;
  }

  async #watch(liveId: string): Promise<void> {
    const { session, toasts } = this.#pane;
    await toasts.attempt(async () => session?.liveListStore.joinLive({ liveId }));
  }
}
