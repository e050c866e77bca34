import { vi } from 'vitest';
import { LiveErrorCode } from '../../../../src/core/index.js';
import type { JoinReply, LiveDocument, PersonalDocument, VersionedAudience } from '../../../../src/protocol/index.js';

/** The battle server as one session sees it. It replaces `fetch`. */
export class FakeServer {
  readonly calls: string[] = [];
  document: LiveDocument | null = null;
  personal: PersonalDocument | null = null;
  audience: VersionedAudience | null = null;
  role: JoinReply['role'] = 'host';
  userId = 'ann';
  down = false;
  /** While set, the refusal that answers every request about the live. */
  refusal: LiveErrorCode | null = null;

  constructor() {
    vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => this.#answer(`${method} ${url}`));
  }

  /** How often a route was called. */
  count(route: string): number {
    return this.calls.filter((call) => call.includes(route)).length;
  }

  #answer(call: string): Response {
    this.calls.push(call);
    if (this.down) throw new TypeError('fetch failed');
    if (call.includes('/links/'))
      return Response.json({ url: 'ws://livekit', token: `link to ${call.split('/').at(-1)}` });
    const { document, personal, audience, role } = this;
    if (!document) return refusal(LiveErrorCode.liveNotFound);
    if (this.refusal) return refusal(this.refusal);
    if (!call.endsWith('/join')) return Response.json({ document, personal, audience });
    if (document.live.endedAt !== null) return refusal(LiveErrorCode.liveNotFound);
    const user = { userId: this.userId, userName: this.userId, avatarUrl: '' };
    return Response.json({ url: 'ws://livekit', token: 'own', user, role, document, personal, audience });
  }
}

function refusal(code: LiveErrorCode): Response {
  return Response.json({ code, message: 'no' }, { status: 404 });
}
