import { benchDocument } from '../../../../bench/ui/peers/kit/bench-document.js';
import { LeanEngine } from '../../../../bench/ui/peers/kit/lean-engine.js';
import type { Person } from '../../../../bench/ui/page/peer.js';
import type { LiveConnection, LiveSink, Participant } from '../../../../src/core/index.js';
import type { LiveDocument } from '../../../../src/protocol/index.js';

/** The bench's engine: hosts in a link and in a running battle. Here another host may come to the link. */
export class LinkEngine extends LeanEngine {
  #sink: LiveSink | null = null;
  readonly #battle: LiveDocument['battle'];

  constructor(hosts: readonly Person[]) {
    super(hosts);
    this.#battle = benchDocument(hosts, 1).battle;
  }

  override async join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    this.#sink = sink;
    return await super.join(liveId, sink);
  }

  /** One more host in the link, the last of `hosts`. The battle goes on without them. */
  welcome(hosts: readonly Person[]): void {
    const participants = hosts.map(({ userId, liveId }): Participant => ({
      userId,
      liveId,
      microphoneStatus: 'off',
      cameraStatus: 'off',
      video: null,
    }));
    // As parsed from a packet: no part of it is the object that came before.
    const document = structuredClone({ ...benchDocument(hosts, 2), battle: this.#battle, board: null });
    this.#sink?.receive({ type: 'document', document });
    this.#sink?.receive({ type: 'participants', participants });
  }
}
