import type { BattleConfig } from '../../battle/battle.js';
import type {
  CoHostLayoutTemplate,
  CoHostRequest,
  CoHostStatus,
  ConnectionCode,
  LinkMember,
} from '../../cohost/cohost.js';
import type { PersonalDocument } from '../../documents.js';
import { isLiveId } from '../../live/live.js';
import { LiveError, LiveErrorCode } from '../../live-error.js';
import { Emitter } from '../../reactivity/emitter.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, signal, type ReadonlySignal } from '../../reactivity/signal.js';
import { check, named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import type { LiveUser } from '../../user.js';
import { candidatesOf } from './candidates.js';
import { emitJoins, emitLeaves, emitRequestChanges, joinedHosts, type CoHostEvents } from './cohost-events.js';
import { isAnsweredByJoining, withKnownAcceptances } from './known-invitations.js';
import { SentInvitations } from './sent-invitations.js';
import { LivePages, type PageRequest } from '../live/live-pages.js';

export interface RequestHostConnectionParams {
  /** Ids of one or several lives, at most 50, whose hosts to invite. */
  targetHostLiveIds: string | readonly string[];
  /**
   * Default: the link's template; without a link `hostVoiceConnection` for a voice live, `hostDynamicGrid` for a video
   * live.
   */
  layoutTemplate?: CoHostLayoutTemplate;
  /** Seconds the invited host has to answer, 1–600. Default 30. */
  timeout?: number;
  /** Free text of the app, shown to the invited host. */
  extensionInfo?: string;
  /**
   * A battle between inviter and invitee that starts when the invitation is accepted; no host is asked again. If a
   * battle goes on already, the accepting host only joins the link.
   */
  battle?: Partial<BattleConfig>;
}

const none: readonly never[] = [];

/**
 * Links the current live with others. Methods that send a command are for the owner of the current live; they also
 * throw LiveError `noPermission` for anybody else and `notInLive` outside a live.
 */
export class CoHostStore {
  readonly events = new Emitter<CoHostEvents>();
  readonly #pages: LivePages;
  readonly #mutedHosts = signal<readonly string[]>([]);
  /** The personal document whose changes were told last; the next one is compared with it. */
  #known: PersonalDocument | null = null;
  readonly #sent = new SentInvitations();

  /** Whether the current live is linked with others. */
  readonly coHostStatus: ReadonlySignal<CoHostStatus>;
  /** All hosts of the link, the own one included; empty without a link. */
  readonly connected: ReadonlySignal<readonly LinkMember[]>;
  /** Invitations of this host that wait for an answer. */
  readonly invitees: ReadonlySignal<readonly CoHostRequest[]>;
  /** The oldest invitation that waits for this host's answer. */
  readonly applicant: ReadonlySignal<CoHostRequest | null>;
  /** Template of the link; null without a link. */
  readonly layoutTemplate: ReadonlySignal<CoHostLayoutTemplate | null>;
  /**
   * Hosts whom the own host can invite, from the pages fetched so far. Linked and invited hosts are left out. Voice
   * lives can link with voice lives only, video lives with video lives.
   */
  readonly candidates: ReadonlySignal<readonly LiveUser[]>;
  /** Cursor of the next page of candidates; empty after the last page. */
  readonly candidatesCursor: ReadonlySignal<string>;
  /** Ids of the linked lives that this user has muted for themselves; emptied when the user leaves the live. */
  readonly mutedHosts: ReadonlySignal<readonly string[]> = this.#mutedHosts;

  constructor(private readonly context: SessionContext) {
    const { feed, currentLive } = context;
    this.#pages = new LivePages(context);
    const link = computed(() => feed.currentDocument.get()?.link ?? null);
    const pending = computed(
      () => feed.currentPersonal.get()?.coHostRequests.filter(({ status }) => status === 'pending') ?? none,
    );
    const isAnswered = (request: CoHostRequest): boolean => {
      const document = feed.currentDocument.get();
      return document !== null && isAnsweredByJoining(request, document);
    };
    const ownLiveId = (): string | undefined => feed.currentDocument.get()?.live.liveId;
    this.connected = computed(() => link.get()?.members ?? none);
    this.coHostStatus = computed(() => (link.get() ? 'connected' : 'disconnected'));
    this.layoutTemplate = computed(() => link.get()?.layoutTemplate ?? null);
    this.invitees = steady(() =>
      pending.get().filter((request) => request.inviter.liveId === ownLiveId() && !isAnswered(request)),
    );
    this.applicant = computed(() => pending.get().find(({ invitee }) => invitee.liveId === ownLiveId()) ?? null);
    this.candidates = steady(() =>
      candidatesOf(this.#pages.lives.get(), feed.currentDocument.get(), feed.currentPersonal.get()),
    );
    this.candidatesCursor = this.#pages.cursor;
    currentLive.onLeave(() => {
      this.#pages.clear();
      this.#mutedHosts.set(none);
      this.#known = null;
      this.#sent.forgetOpen();
    });
    feed.changes.on('link-ends', (change) => {
      emitLeaves(this.events, change);
    });
    feed.changes.on('link-begins', (change) => {
      this.#tellRequests();
      for (const { userId, userName, avatarUrl, liveId } of this.#sent.answeredBy(joinedHosts(change))) {
        this.events.emit('cohost-request-accepted', { invitee: { userId, userName, avatarUrl, liveId } });
      }
      emitJoins(this.events, change);
    });
    feed.changes.on('personal', ({ after }) => {
      if (after) this.#known = this.#sent.completed(this.#known, after);
      this.#tellRequests();
    });
    feed.changes.on('connection', ({ after }) => {
      // What becomes of them may be missed. After the return, the personal document shows it.
      if (after === 'reconnecting') this.#sent.forgetOpen();
    });
  }

  /**
   * Invites hosts, also while linked. Resolves with a code per live if at least one invitation was sent. Targets after
   * the ninth get `full`.
   * @throws LiveError of the first target if no invitation was sent. `connectionTooFrequent`: ten invitations of this
   * user to one live are pending or were settled less than 60 seconds ago. `requestConflict`: the video live has
   * guests. `invalidParameter`.
   */
  async requestHostConnection(params: RequestHostConnectionParams): Promise<Readonly<Record<string, ConnectionCode>>> {
    const { targetHostLiveIds, ...rest } = named(params);
    const targetLiveIds = typeof targetHostLiveIds === 'string' ? [targetHostLiveIds] : targetHostLiveIds;
    // Plain JavaScript may pass anything; the server refuses what is no list of ids.
    const invited: readonly unknown[] = Array.isArray(targetLiveIds) ? targetLiveIds : [];
    return await this.#sent.during(invited.filter(isLiveId), async () => {
      const { results } = await executeInLive(this.context, 'request-host-connection', { targetLiveIds, ...rest });
      return results;
    });
  }

  /** Takes an invitation back. @throws LiveError `requestNotFound`. */
  async cancelHostConnection(options: { toHostLiveId: string }): Promise<void> {
    const { toHostLiveId } = named(options);
    await executeInLive(this.context, 'cancel-host-connection', { toLiveId: toHostLiveId });
  }

  /**
   * Accepts the invitation and links the two lives.
   * @throws LiveError `requestNotFound`; when things have changed since the invitation: `linkFull`,
   * `connectedElsewhere`, `alreadyConnected`, `userAlreadySeated` for a user with a seat in both lives,
   * `requestConflict` in a video live with guests.
   */
  async acceptHostConnection(options: { fromHostLiveId: string }): Promise<void> {
    const { fromHostLiveId } = named(options);
    await executeInLive(this.context, 'accept-host-connection', { fromLiveId: fromHostLiveId });
  }

  /** Declines the invitation. @throws LiveError `requestNotFound`. */
  async rejectHostConnection(options: { fromHostLiveId: string }): Promise<void> {
    const { fromHostLiveId } = named(options);
    await executeInLive(this.context, 'reject-host-connection', { fromLiveId: fromHostLiveId });
  }

  /** Leaves the link. A link of two ends for both. @throws LiveError `requestNotFound` outside a link. */
  async exitHostConnection(): Promise<void> {
    await executeInLive(this.context, 'exit-host-connection', {});
  }

  /**
   * Changes the layout of the link for everybody in it. Only the host who has been in the link the longest may do it:
   * at first the inviter.
   * @throws LiveError `noPermission`, `requestNotFound` outside a link, `linkFull` for a template with too few places,
   * `invalidParameter`.
   */
  async updateLayoutTemplate(options: { layoutTemplate: CoHostLayoutTemplate }): Promise<void> {
    const { layoutTemplate } = named(options);
    await executeInLive(this.context, 'update-link-layout', { layoutTemplate });
  }

  /**
   * Fetches a page of the live list for `candidates`. The first page replaces the candidates, later pages are appended.
   * @throws LiveError `invalidParameter`.
   * @returns All candidates so far.
   */
  async getCoHostCandidates(page: PageRequest = {}): Promise<readonly LiveUser[]> {
    await this.#pages.fetch(page);
    return this.candidates.get();
  }

  /**
   * Mutes everybody of a linked live for this user alone, or unmutes them.
   * @throws LiveError `notInLive`, `invalidParameter`, `requestNotFound` for muting a live that is not linked.
   */
  async muteRemoteHostAudio(options: { liveId: string; isMuted: boolean }): Promise<void> {
    const { liveId, isMuted } = named(options);
    check(typeof liveId === 'string', 'liveId must be a text');
    check(typeof isMuted === 'boolean', 'isMuted must be true or false');
    const { connection, document } = this.context.currentLive;
    const isLinked = document.link?.members.some((member) => member.liveId === liveId) === true;
    if (isMuted && (!isLinked || liveId === document.live.liveId)) {
      throw new LiveError(LiveErrorCode.requestNotFound, `${liveId} is not linked with this live`);
    }
    if (!connection) throw new LiveError(LiveErrorCode.notInLive, 'the live is still being entered');
    connection.setLiveMuted(liveId, isMuted);
    const others = this.#mutedHosts.get().filter((other) => other !== liveId);
    this.#mutedHosts.set(isMuted ? [...others, liveId] : others);
  }

  #tellRequests(): void {
    const personal = this.context.feed.currentPersonal.get();
    const document = this.context.feed.currentDocument.get();
    if (!personal || !document) return;
    const before = this.#known;
    const after = withKnownAcceptances(personal, document, before);
    this.#known = after;
    emitRequestChanges(this.events, { before, after }, document.live.liveId);
  }
}
