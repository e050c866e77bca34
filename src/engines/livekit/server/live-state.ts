import { toLiveError, type LiveErrorCode, type LiveSink, type User } from '../../../core/index.js';
import {
  dataTopics,
  type LiveDocument,
  type PersonalDocument,
  type VersionedAudience,
} from '../../../protocol/index.js';
import { withOwnUser } from './own-audience.js';
import { parseAudience, parseDocument, parsePersonal, parseScores } from './messages.js';
import type { ServerApi } from './server-api.js';

/** Takes in what the server sends about a live, over HTTP and over LiveKit, and hands it to the sink. */
export class LiveState {
  #document: LiveDocument | null = null;
  #own: User | null = null;
  #audienceVersion = 0;
  #hasWarned = false;

  constructor(
    private readonly liveId: string,
    private readonly sink: LiveSink,
    /** Called after a newer document has been handed on. */
    private readonly onNewer: (document: LiveDocument) => void,
  ) {}

  /** The newest document so far. */
  get document(): LiveDocument | null {
    return this.#document;
  }

  take(document: LiveDocument, personal: PersonalDocument | null): void {
    const isNewer = !this.#document || document.revision > this.#document.revision;
    if (isNewer) this.#document = document;
    // An older document is handed on too: its score checkpoint may be newer.
    this.sink.receive({ type: 'document', document });
    if (personal) this.sink.receive({ type: 'personal', personal });
    if (isNewer) this.onNewer(document);
  }

  /** @param own The user who has entered. Before that, audiences are ignored. */
  takeAudience(arrived: VersionedAudience | null, own: User | null = this.#own): void {
    this.#own = own;
    if (!own || !arrived || arrived.version <= this.#audienceVersion) return;
    const { version, ...audience } = arrived;
    this.#audienceVersion = version;
    this.sink.receive({ type: 'audience', audience: withOwnUser(audience, own, this.#document) });
  }

  /** Fetches the current state, because messages may have been missed. Resolves with the error's code, or null. */
  async refresh(api: Pick<ServerApi, 'live'>): Promise<LiveErrorCode | null> {
    try {
      const { document, personal, audience } = await api.live(this.liveId);
      this.take(document, personal);
      this.takeAudience(audience);
      return null;
    } catch (error) {
      return toLiveError(error).code;
    }
  }

  takeMetadata(metadata: string | undefined): void {
    if (!metadata) return;
    const document = parseDocument(metadata, this.liveId);
    if (document) this.take(document, null);
    else this.#warnOnce('room metadata');
  }

  takePacket(topic: string | undefined, payload: Uint8Array): void {
    const text = new TextDecoder().decode(payload);
    if (topic === dataTopics.scores) {
      const packet = parseScores(text);
      if (packet) this.sink.receive({ type: 'scores', ...packet });
      else this.#warnOnce('a score packet');
    } else if (topic === dataTopics.personal) {
      const personal = parsePersonal(text);
      if (personal) this.sink.receive({ type: 'personal', personal });
      else this.#warnOnce('a personal packet');
    } else if (topic === dataTopics.audience) {
      const audience = parseAudience(text);
      if (audience) this.takeAudience(audience);
      else this.#warnOnce('an audience packet');
    }
  }

  #warnOnce(what: string): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    console.warn(`live-battles: ${what} of live "${this.liveId}" could not be read; do server and kit match?`);
  }
}
