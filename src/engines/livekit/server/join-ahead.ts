import type { JoinReply } from '../../../protocol/index.js';
import type { ServerApi } from './server-api.js';

/** Asks the server for a way into a live before it is used, so that the answer arrives beside that to the login. */
export class JoinAhead {
  #asked: { liveId: string; reply: Promise<JoinReply> } | null = null;

  constructor(private readonly api: Pick<ServerApi, 'join'>) {}

  ask(liveId: string): void {
    const reply = this.api.join(liveId);
    // If the login fails too, nobody takes the answer.
    reply.catch(() => undefined);
    this.#asked = { liveId, reply };
  }

  /** The answer that was asked for ahead, once; later or for another live, one that is asked for now. */
  take(liveId: string): Promise<JoinReply> {
    const asked = this.#asked;
    this.#asked = null;
    return asked?.liveId === liveId ? asked.reply : this.api.join(liveId);
  }

  /** What was asked for belongs to a user who has logged out. */
  forget(): void {
    this.#asked = null;
  }
}
