import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WithSignals } from 'live-battles';
import { untracked, type LiveSession, type User } from 'live-battles/core';
import { aloneUrl } from '../address.js';
import { base } from '../parts/base.styles.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/pane-sheet.js';
import type { CameraSource, StudioWorld } from '../world/studio-world.js';
import './battle-sheet.js';
import { elsewhereNotice } from './elsewhere-notice.js';
import './host-dock.js';
import type { SheetRequest } from './dock-controls.js';
import './host-lobby.js';
import './incoming-request.js';
import './invite-sheet.js';
import { backdrop, liveStage } from './live-stage.js';
import { notice } from './notice.styles.js';
import './pane-frame.js';
import { PaneSession } from './pane-session.js';

/**
 * The pane of a host, who goes live, invites and challenges others. Fires `asked` with true when a question appears,
 * and with false when it is gone.
 */
@customElement('host-pane')
export class HostPane extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    notice,
    backdrop,
    css`
      :host {
        display: block;
        min-block-size: 0;
      }
    `,
  ];

  @property({ attribute: false }) world!: StudioWorld;
  @property({ attribute: false }) user!: User;
  /** Whether this is the only pane in its tab. The microphone cannot pick up other panes then. */
  @property({ type: Boolean }) alone = false;
  /** The first source of the host's picture. */
  @property() camera: CameraSource = 'portrait';
  @state() private open: SheetRequest | null = null;
  #isAsked = false;

  readonly #pane = new PaneSession(this, {
    person: () => ({ world: this.world, user: this.user }),
  });

  constructor() {
    super();
    new KeepFocus(this, () => this.renderRoot.querySelector('pane-frame'));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('camera')) this.#pane.setCameraSource(this.camera);
  }

  override updated(): void {
    const { session } = this.#pane;
    const isAsked = session !== null && untracked(() => isAskedIn(session));
    if (isAsked === this.#isAsked) return;
    this.#isAsked = isAsked;
    this.dispatchEvent(new CustomEvent('asked', { detail: isAsked }));
  }

  override render(): TemplateResult {
    const { session, toasts } = this.#pane;
    const isLive = Boolean(session?.liveListStore.currentLive.get());
    return html`<pane-frame
      .user=${this.user}
      .occupation=${isLive ? 'Live' : 'Host'}
      ?isLive=${isLive}
      .toasts=${toasts}
      .aloneUrl=${this.alone ? '' : aloneUrl('host', this.user)}
      @open-alone=${() => this.#pane.followToOtherTab()}
    >
      ${session ? this.#renderSession(session, isLive) : elsewhereNotice(this.user, () => this.#pane.takeBack())}
    </pane-frame>`;
  }

  #renderSession(session: LiveSession, isLive: boolean): TemplateResult {
    const { toasts } = this.#pane;
    if (!isLive) {
      return html`<host-lobby
        .session=${session}
        .toasts=${toasts}
        .user=${this.user}
        ?alone=${this.alone}
        .cameraSource=${this.#pane.cameraSource}
        @camera-source=${({ detail }: CustomEvent<CameraSource>) => this.#pane.setCameraSource(detail)}
      ></host-lobby>`;
    }
    return html`
      ${liveStage(session)}
      <button slot="action" class="danger" data-testid="end-live" @click=${() => this.#endLive(session)}>
        End live
      </button>
      <div slot="sheet">
        <incoming-request .session=${session} .toasts=${toasts}></incoming-request>
        ${isAskedIn(session) ? nothing : this.#renderSheet(session)}
      </div>
      <host-dock
        slot="dock"
        .session=${session}
        .toasts=${toasts}
        @open-sheet=${({ detail }: CustomEvent<SheetRequest>) => (this.open = detail)}
      ></host-dock>
    `;
  }

  #endLive(session: LiveSession): void {
    this.open = null;
    void this.#pane.toasts.attempt(() => session.liveListStore.endLive());
  }

  #renderSheet(session: LiveSession): TemplateResult | typeof nothing {
    const { toasts } = this.#pane;
    const close = (): void => {
      this.open?.opener.focus();
      this.open = null;
    };
    if (this.open?.sheet === 'invite') {
      return html`<invite-sheet .session=${session} .toasts=${toasts} @sheet-close=${close}></invite-sheet>`;
    }
    if (this.open?.sheet === 'battle') {
      return html`<battle-sheet .session=${session} .toasts=${toasts} @sheet-close=${close}></battle-sheet>`;
    }
    return nothing;
  }
}

/** Whether there is a question to answer. A question replaces an open sheet. */
function isAskedIn({ battleStore, coHostStore, coGuestStore }: LiveSession): boolean {
  return Boolean(battleStore.receivedRequest.get() ?? coHostStore.applicant.get() ?? coGuestStore.applicants.get()[0]);
}
