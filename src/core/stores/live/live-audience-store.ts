import type { AudienceMember } from '../../live/audience.js';
import type { LiveDocument } from '../../documents.js';
import { limits } from '../../limits.js';
import { Emitter } from '../../reactivity/emitter.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, type ReadonlySignal } from '../../reactivity/signal.js';
import { named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import { emitAttendance, type LiveAudienceEvents } from './audience-events.js';
import { emitOwnerPresence, PresentAdministrators } from './moderator-events.js';
import { roleIn } from '../../stage/seat-user.js';

const none: readonly never[] = [];

/** Who is in the live without a seat, and who of them may moderate. */
export class LiveAudienceStore {
  readonly events = new Emitter<LiveAudienceEvents>();

  /** Everybody without a seat, listed or not. */
  readonly audienceCount: ReadonlySignal<number>;
  /** At most 200 of them. */
  readonly audienceList: ReadonlySignal<readonly AudienceMember[]>;
  /** User ids of those who may do what the owner may with seats and audience, present or not. */
  readonly administrators: ReadonlySignal<readonly string[]>;

  constructor(private readonly context: SessionContext) {
    const { feed, currentLive } = context;
    const presentAdministrators = new PresentAdministrators(this.events);
    this.audienceCount = computed(() => feed.currentAudience.get().count);
    this.audienceList = steady(() => {
      const document = feed.currentDocument.get();
      return document ? this.#membersIn(document) : none;
    });
    this.administrators = computed(() => feed.currentDocument.get()?.administrators ?? none);
    feed.changes.on('audience', (change) => {
      emitAttendance(this.events, change);
      const document = feed.currentDocument.get();
      if (document) presentAdministrators.noteAudience(change, document);
    });
    feed.changes.on('document', (change) => {
      emitOwnerPresence(this.events, change);
      presentAdministrators.noteDocument(change, feed.currentAudience.get());
    });
    currentLive.onLeave(() => presentAdministrators.clear());
  }

  /**
   * What is known of the audience now; it is kept up to date by itself, so nothing is fetched.
   * @throws LiveError `notInLive`.
   */
  async fetchAudienceList(): Promise<readonly AudienceMember[]> {
    return this.#membersIn(this.context.currentLive.document);
  }

  /** Lets a user moderate the live. For its owner. @throws LiveError `full` beyond 20 administrators; `noPermission`, also for somebody who was put out. */
  async setAdministrator(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'set-administrator', { userId });
  }

  /** For the owner. @throws LiveError `noPermission`. */
  async revokeAdministrator(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'revoke-administrator', { userId });
  }

  /**
   * Puts a user out of the live until `readmitUser`, and rejects what they ask of its host from lives of their own. For
   * owner and administrators; never the owner. @throws LiveError `noPermission`; `full` beyond 500 users.
   */
  async kickUserOutOfRoom(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'kick-user', { userId });
  }

  /** Lets a user come back who was put out. For owner and administrators. @throws LiveError `noPermission`. */
  async readmitUser(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'readmit-user', { userId });
  }

  /** Ids of the users who were put out, the first first. For owner and administrators. @throws LiveError `noPermission`. */
  async fetchKickedUsers(): Promise<readonly string[]> {
    return (await executeInLive(this.context, 'list-kicked-users', {})).userIds;
  }

  #membersIn(document: LiveDocument): readonly AudienceMember[] {
    const { members } = this.context.feed.currentAudience.get();
    const listed = members.slice(0, limits.audienceList);
    return listed.map((member) => ({ ...member, role: roleIn(document, member.userId) }));
  }
}
