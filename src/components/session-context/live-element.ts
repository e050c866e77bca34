import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { LiveSession } from '../../core/index.js';
import { WithSignals } from '../signals/with-signals.js';
import { warnOnce } from '../warn-once.js';
import { isLiveSession } from './session-context.js';
import { SessionConsumer } from './session-consumer.js';

/** The base class of all elements that show a session. */
export abstract class LiveElement extends WithSignals(LitElement) {
  /** The session to show. Default: that of the `<live-session>` around the element. */
  @property({ attribute: false }) session: LiveSession | null = null;

  readonly #inherited = new SessionConsumer(this);

  protected get currentSession(): LiveSession | null {
    if (!this.session) return this.#inherited.session;
    if (isLiveSession(this.session)) return this.session;
    warnOnce(`<${this.localName}>: "session" is no LiveSession`);
    return null;
  }
}
