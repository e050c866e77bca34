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

/** The audience of the live and its administrators. All methods also throw LiveError `notInLive` outside a live. */
export class LiveAudienceStore {
  readonly events = new Emitter<LiveAudienceEvents>();

  /** Number of users without a seat, including those beyond the list. */
  readonly audienceCount: ReadonlySignal<number>;
  /** Users without a seat, at most 200. */
  readonly audienceList: ReadonlySignal<readonly AudienceMember[]>;
  /** User ids of the administrators, present or not. They may do with seats and audience what the owner may. */
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
   * The audience as known now. The server keeps the list up to date, so the method sends no request.
   * @throws LiveError `notInLive`.
   */
  async fetchAudienceList(): Promise<readonly AudienceMember[]> {
    return this.#membersIn(this.context.currentLive.document);
  }

  /**
   * Makes a user an administrator. For the owner.
   * @throws LiveError `noPermission`, also for a user who was put out; `full` beyond 20 administrators;
   * `invalidParameter` for the owner.
   */
  async setAdministrator(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'set-administrator', { userId });
  }

  /** Takes the role of administrator from a user. For the owner. @throws LiveError `noPermission`. */
  async revokeAdministrator(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'revoke-administrator', { userId });
  }

  /**
   * Puts a user out of the live until `readmitUser`, and rejects the co-host invitations they have sent to it from
   * their own lives. For the owner and administrators; only the owner may put out an administrator.
   * @throws LiveError `noPermission`, also for the owner as target; `full` beyond 500 users.
   */
  async kickUserOutOfRoom(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'kick-user', { userId });
  }

  /** Lets a user who was put out come back. For the owner and administrators. @throws LiveError `noPermission`. */
  async readmitUser(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'readmit-user', { userId });
  }

  /**
   * Ids of the users who were put out, in that order. For the owner and administrators.
   * @throws LiveError `noPermission`.
   */
  async fetchKickedUsers(): Promise<readonly string[]> {
    return (await executeInLive(this.context, 'list-kicked-users', {})).userIds;
  }

  #membersIn(document: LiveDocument): readonly AudienceMember[] {
    const { members } = this.context.feed.currentAudience.get();
    const listed = members.slice(0, limits.audienceList);
    return listed.map((member) => ({ ...member, role: roleIn(document, member.userId) }));
  }
}
