import type { LiveError, LiveSession, SessionEvents } from '../../core/index.js';
import { defineElement } from '../define-element.js';
import { LiveSessionElement } from './live-session.js';

defineElement('live-session', LiveSessionElement);

type DomEvents = { [Name in keyof SessionEvents]: CustomEvent<SessionEvents[Name]> };

declare global {
  interface HTMLElementTagNameMap {
    'live-session': LiveSessionElement;
  }

  interface HTMLElementEventMap extends DomEvents {
    'live-session-ready': CustomEvent<LiveSession>;
    'live-error': CustomEvent<LiveError>;
  }
}
