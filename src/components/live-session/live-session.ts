import { ContextProvider } from '@lit/context';
import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { toLiveError, type EngineOptions, type LiveSession } from '../../core/index.js';
import { isLiveSession, liveSessionContext } from '../session-context/session-context.js';
import { warnOnce } from '../warn-once.js';
import { SessionFollower, type Wanted } from './session-follower.js';
import { styles } from './live-session.styles.js';
import { relayEvents } from './relay-events.js';
import { fetchToken } from './token-endpoint.js';

const defaultEngine = 'livekit';

/** Milliseconds out of the document that still count as a move. */
const moveTime = 100;

/**
 * Hands a session down to all elements inside, and tells what happens in it as DOM events. The session is either given as
 * a property or made from attributes; with a `live-id`, that live is joined as soon as possible.
 *
 * Removed from the document for good, the element leaves the live it joined and logs out the session it made. Moving it
 * within the document changes nothing.
 *
 * @summary Connects the elements inside it to a live
 * @slot - The elements that show the session
 * @fires {CustomEvent<LiveSession>} live-session-ready - A session was made from the attributes
 * @fires {CustomEvent<LiveError>} live-error - No session could be made, or the live not be joined
 * @fires {CustomEvent<{ liveId: string, reason: LiveEndedReason }>} live-ended - The live is over
 * @fires {CustomEvent<{ liveId: string, reason: KickedOutReason }>} kicked-out-of-live - This user was put out of the live
 * @fires {CustomEvent<CoHostEvents['cohost-request-received']>} cohost-request-received - Another host invites this one, perhaps to a battle
 * @fires {CustomEvent<{ inviter: LiveUser, invitee: LiveUser }>} cohost-request-cancelled - An invitation was taken back
 * @fires {CustomEvent<{ invitee: LiveUser }>} cohost-request-accepted - This host's invitation was accepted
 * @fires {CustomEvent<{ invitee: LiveUser }>} cohost-request-rejected - This host's invitation was rejected
 * @fires {CustomEvent<{ inviter: LiveUser, invitee: LiveUser }>} cohost-request-timeout - Nobody answered an invitation in time
 * @fires {CustomEvent<{ userInfo: LiveUser }>} cohost-user-joined - A host came into the link
 * @fires {CustomEvent<{ userInfo: LiveUser }>} cohost-user-left - A host went from the link
 * @fires {CustomEvent<BattleEvents['battle-started']>} battle-started - A battle runs, after its countdown
 * @fires {CustomEvent<BattleEvents['battle-ended']>} battle-ended - A battle has stopped running; its result is known
 * @fires {CustomEvent<BattleEvents['penalty-started']>} penalty-started - The losers have to serve a penalty
 * @fires {CustomEvent<BattleEvents['penalty-ended']>} penalty-ended - The penalty was served or cut short
 * @fires {CustomEvent<BattleEvents['battle-user-joined']>} battle-user-joined - A host takes part in the battle
 * @fires {CustomEvent<BattleEvents['battle-user-exited']>} battle-user-exited - A host gave up or left the link
 * @fires {CustomEvent<BattleEvents['battle-request-received']>} battle-request-received - Another host challenges this one
 * @fires {CustomEvent<BattleEvents['battle-request-cancelled']>} battle-request-cancelled - A challenge was taken back
 * @fires {CustomEvent<BattleEvents['battle-request-accepted']>} battle-request-accepted - This host's challenge was accepted
 * @fires {CustomEvent<BattleEvents['battle-request-rejected']>} battle-request-rejected - This host's challenge was rejected
 * @fires {CustomEvent<BattleEvents['battle-request-timeout']>} battle-request-timeout - Nobody answered a challenge in time
 */
export class LiveSessionElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Name of a registered engine. */
  @property() engine = defaultEngine;

  /** Address of the battle server. */
  @property({ attribute: 'server-url' }) serverUrl = '';

  /** A user token; may be replaced by a fresh one of the same user. */
  @property() token = '';

  /** Where to fetch a user token: an endpoint of the page's own backend that answers JSON with a `token`. */
  @property({ attribute: 'token-url' }) tokenUrl = '';

  /** Who to be, for engines that need no token. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Name of that user. */
  @property({ attribute: 'user-name' }) userName = '';

  /** Picture of that user. */
  @property({ attribute: 'avatar-url' }) avatarUrl = '';

  /** The live to join; its owner joins as host, anybody else as audience. */
  @property({ attribute: 'live-id' }) liveId = '';

  #given: LiveSession | null = null;
  #shown: LiveSession | null = null;
  #stopRelay: (() => void) | null = null;
  readonly #provider = new ContextProvider(this, { context: liveSessionContext, initialValue: null });
  readonly #follower = new SessionFollower(
    (session) => this.#handDown(session),
    (error) => this.#dispatch('live-error', toLiveError(error)),
  );

  /** The page's own session, then no attribute but `live-id` is needed; otherwise the one made from the attributes. */
  @property({ attribute: false })
  get session(): LiveSession | null {
    return this.#given ?? this.#shown;
  }

  set session(session: LiveSession | null) {
    const usable = session === null || isLiveSession(session);
    if (!usable) warnOnce('<live-session>: "session" is no LiveSession');
    this.#given = usable ? session : null;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Later, so that an element that is only moved, by hand or by a framework, stays in its live.
    setTimeout(() => {
      if (!this.isConnected) this.#follow();
    }, moveTime);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override updated(): void {
    // A given session is there at once; what has to be made or joined follows.
    if (this.#given) this.#handDown(this.#given);
    this.#follow();
  }

  #follow(): void {
    this.#follower.follow(() => this.#wanted());
  }

  #wanted(): Wanted {
    const given = this.#given;
    if (!this.isConnected) return { given, make: null, liveId: '' };
    const { engine, serverUrl, userId, userName, avatarUrl, liveId } = this;
    const hasToken = Boolean(this.token || this.tokenUrl);
    const options: EngineOptions = {
      ...(serverUrl && { serverUrl }),
      // Read when needed: a token may be replaced by a fresh one while the session lives.
      ...(hasToken && { token: () => this.token || fetchToken(this.tokenUrl) }),
      ...(userId && { userId }),
      ...(userName && { userName }),
      ...(avatarUrl && { avatarUrl }),
    };
    const isAsked = engine !== defaultEngine || serverUrl || hasToken || userId || liveId;
    const key = JSON.stringify([engine, serverUrl, hasToken, userId, userName, avatarUrl]);
    return { given, make: isAsked ? { engine, options, key } : null, liveId };
  }

  #handDown(session: LiveSession | null): void {
    if (session === this.#shown) return;
    this.#stopRelay?.();
    this.#stopRelay = session && relayEvents(session, this);
    this.#shown = session;
    this.#provider.setValue(session);
    if (session && session !== this.#given) this.#dispatch('live-session-ready', session);
  }

  #dispatch(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
