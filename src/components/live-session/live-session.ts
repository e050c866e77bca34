import { ContextProvider } from '@lit/context';
import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { preloadEngine, toLiveError, type EngineOptions, type LiveSession } from '../../core/index.js';
import { isLiveSession, liveSessionContext } from '../session-context/session-context.js';
import { warnOnce } from '../warn-once.js';
import { Preloading } from './preloading.js';
import { SessionFollower, type Wanted } from './session-follower.js';
import { styles } from './live-session.styles.js';
import { relayEvents } from './relay-events.js';
import { fetchToken } from './token-endpoint.js';

const defaultEngine = 'livekit';

/** An element that is back in the document within this time was only moved; milliseconds. */
const moveTime = 100;

/**
 * Provides a session to all elements inside it, and dispatches the events of the session and its stores as DOM events.
 * The page sets the session as a property, or the element makes one from its attributes. With a `live-id`, the element
 * joins that live as soon as it can.
 *
 * When the element is removed from the document, it leaves the live it joined and logs out the session it made. Moving
 * it within the document changes nothing.
 *
 * @summary Connects the elements inside it to a live
 * @slot - The elements that show the session
 * @fires {CustomEvent<LiveSession>} live-session-ready - A session was made from the attributes
 * @fires {CustomEvent<LiveError>} live-error - No session could be made, or the live could not be joined or left
 * @fires {CustomEvent<{ liveId: string, reason: LiveEndedReason }>} live-ended - The live is over
 * @fires {CustomEvent<{ liveId: string, reason: KickedOutReason }>} kicked-out-of-live - The user was put out of the live
 * @fires {CustomEvent<SessionEvents['login-expired']>} login-expired - The user must log in again; the session has left its live
 * @fires {CustomEvent<SessionEvents['owner-left']>} owner-left - The owner of the live is away
 * @fires {CustomEvent<SessionEvents['owner-joined']>} owner-joined - The owner of the live is back
 * @fires {CustomEvent<SessionEvents['audience-joined']>} audience-joined - A user joined the audience
 * @fires {CustomEvent<SessionEvents['audience-left']>} audience-left - A user left the audience
 * @fires {CustomEvent<SessionEvents['administrator-joined']>} administrator-joined - An administrator came, or was appointed
 * @fires {CustomEvent<SessionEvents['administrator-left']>} administrator-left - An administrator left, or lost the role
 * @fires {CustomEvent<CoHostEvents['cohost-request-received']>} cohost-request-received - Another host invites this one, with or without a battle
 * @fires {CustomEvent<{ inviter: LiveUser, invitee: LiveUser }>} cohost-request-cancelled - An invitation was taken back
 * @fires {CustomEvent<{ invitee: LiveUser }>} cohost-request-accepted - This host's invitation was accepted
 * @fires {CustomEvent<{ invitee: LiveUser }>} cohost-request-rejected - This host's invitation was rejected
 * @fires {CustomEvent<{ inviter: LiveUser, invitee: LiveUser }>} cohost-request-timeout - An invitation was not answered in time
 * @fires {CustomEvent<{ userInfo: LiveUser }>} cohost-user-joined - A host joined the link
 * @fires {CustomEvent<{ userInfo: LiveUser }>} cohost-user-left - A host left the link
 * @fires {CustomEvent<BattleEvents['battle-started']>} battle-started - A battle begins to run, after its countdown
 * @fires {CustomEvent<BattleEvents['battle-ended']>} battle-ended - A battle stopped running; its result is known
 * @fires {CustomEvent<SessionEvents['extra-time-started']>} extra-time-started - A battle was a draw and goes on in extra time
 * @fires {CustomEvent<BattleEvents['penalty-started']>} penalty-started - The losers have to serve a penalty
 * @fires {CustomEvent<BattleEvents['penalty-ended']>} penalty-ended - The penalty is over or was cut short
 * @fires {CustomEvent<BattleEvents['battle-user-joined']>} battle-user-joined - A host takes part in the battle
 * @fires {CustomEvent<BattleEvents['battle-user-exited']>} battle-user-exited - A host left the battle or the link
 * @fires {CustomEvent<BattleEvents['battle-request-received']>} battle-request-received - Another host challenges this one
 * @fires {CustomEvent<BattleEvents['battle-request-cancelled']>} battle-request-cancelled - A challenge was taken back
 * @fires {CustomEvent<BattleEvents['battle-request-accepted']>} battle-request-accepted - This host's challenge was accepted
 * @fires {CustomEvent<BattleEvents['battle-request-rejected']>} battle-request-rejected - This host's challenge was rejected
 * @fires {CustomEvent<BattleEvents['battle-request-timeout']>} battle-request-timeout - A challenge was not answered in time
 * @fires {CustomEvent<SessionEvents['rematch-requested']>} rematch-requested - A host agrees to another battle like this one
 * @fires {CustomEvent<SessionEvents['rematch-cancelled']>} rematch-cancelled - A host takes the agreement back
 * @fires {CustomEvent<SessionEvents['rematch-declined']>} rematch-declined - A host declines the rematch
 * @fires {CustomEvent<SessionEvents['rematch-closed']>} rematch-closed - No rematch is possible any more
 * @fires {CustomEvent<SessionEvents['guest-application-received']>} guest-application-received - For owner and administrators: a member of the audience applies for a seat
 * @fires {CustomEvent<SessionEvents['guest-application-cancelled']>} guest-application-cancelled - For owner and administrators: an application was taken back
 * @fires {CustomEvent<SessionEvents['guest-application-processed-by-other-host']>} guest-application-processed-by-other-host - For owner and administrators: another of them answered an application
 * @fires {CustomEvent<SessionEvents['host-invitation-responded']>} host-invitation-responded - For owner and administrators: a user answered the invitation of this one
 * @fires {CustomEvent<SessionEvents['host-invitation-no-response']>} host-invitation-no-response - For owner and administrators: the invitation of this one ended without an answer
 * @fires {CustomEvent<SessionEvents['host-invitation-received']>} host-invitation-received - The owner or an administrator invites this user to a seat
 * @fires {CustomEvent<SessionEvents['host-invitation-cancelled']>} host-invitation-cancelled - An invitation to a seat was taken back
 * @fires {CustomEvent<SessionEvents['guest-application-responded']>} guest-application-responded - The owner or an administrator answered the application of this user
 * @fires {CustomEvent<SessionEvents['guest-application-no-response']>} guest-application-no-response - The application of this user ended without an answer
 * @fires {CustomEvent<SessionEvents['kicked-off-seat']>} kicked-off-seat - The owner or an administrator took the seat of this user away
 * @fires {CustomEvent<SessionEvents['local-camera-opened-by-admin']>} local-camera-opened-by-admin - The owner or an administrator allows the camera of this user again
 * @fires {CustomEvent<SessionEvents['local-camera-closed-by-admin']>} local-camera-closed-by-admin - The owner or an administrator switched the camera of this user off
 * @fires {CustomEvent<SessionEvents['local-microphone-opened-by-admin']>} local-microphone-opened-by-admin - The owner or an administrator allows the microphone of this user again
 * @fires {CustomEvent<SessionEvents['local-microphone-closed-by-admin']>} local-microphone-closed-by-admin - The owner or an administrator switched the microphone of this user off
 * @fires {CustomEvent<SessionEvents['device-stopped']>} device-stopped - A device of this user was switched off by something else
 */
export class LiveSessionElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Name of a registered engine. */
  @property() engine = defaultEngine;

  /** Address of the battle server. */
  @property({ attribute: 'server-url' }) serverUrl = '';

  /** A user token. The page may replace it by a fresh one of the same user. */
  @property() token = '';

  /** An endpoint of the page's own backend that answers JSON with a user `token`. */
  @property({ attribute: 'token-url' }) tokenUrl = '';

  /** User id, for engines that need no token. */
  @property({ attribute: 'user-id' }) userId = '';

  /** User name, for engines that need no token. */
  @property({ attribute: 'user-name' }) userName = '';

  /** Address of the user's picture, for engines that need no token. */
  @property({ attribute: 'avatar-url' }) avatarUrl = '';

  /** The live to join. Its owner joins as host, other users as audience. */
  @property({ attribute: 'live-id' }) liveId = '';

  /**
   * When the engine's code for entering a live is loaded. `none`: with the first live. `intent`: when the user points at,
   * touches or focuses an element that `preload-on` selects. `auto`: at once. Users who save data are left out.
   */
  @property() preload: 'none' | 'intent' | 'auto' = 'none';

  /** CSS selector of the elements that lead to a live, anywhere in the page, for `preload="intent"`. */
  @property({ attribute: 'preload-on' }) preloadOn = '[data-live-id]';

  #given: LiveSession | null = null;
  #shown: LiveSession | null = null;
  #stopRelay: (() => void) | null = null;
  readonly #provider = new ContextProvider(this, { context: liveSessionContext, initialValue: null });
  readonly #follower = new SessionFollower(
    (session) => this.#handDown(session),
    (error) => this.#dispatch('live-error', toLiveError(error)),
  );

  constructor() {
    super();
    new Preloading(this, () => this.#given?.preload() ?? preloadEngine(this.engine));
  }

  /**
   * The session: the one that the page set, or else the one made from the attributes. With the page's own session the
   * element reads no attribute but `live-id`.
   */
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
    // Wait: an element that the page or a framework only moves stays in its live.
    setTimeout(() => {
      if (!this.isConnected) this.#follow();
    }, moveTime);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override updated(): void {
    // A given session is handed down at once. Making a session or joining a live takes time.
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
      // Read when the engine needs it: the page may have replaced the token by then.
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
