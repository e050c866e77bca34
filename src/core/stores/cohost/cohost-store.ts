import type { BattleConfig } from '../../battle/battle.js';
import type {
  CoHostLayoutTemplate,
  CoHostRequest,
  CoHostStatus,
  ConnectionCode,
  LinkMember,
} from '../../cohost/cohost.js';
import type { PersonalDocument } from '../../documents.js';
import { LiveError, LiveErrorCode } from '../../live-error.js';
import { Emitter } from '../../reactivity/emitter.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, signal, type ReadonlySignal } from '../../reactivity/signal.js';
import { check, named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import type { LiveUser } from '../../user.js';
import { candidatesOf } from './candidates.js';
import { emitJoins, emitLeaves, emitRequestChanges, type CoHostEvents } from './cohost-events.js';
import { isAnsweredByJoining, withKnownAcceptances } from './known-invitations.js';
import { LivePages, type PageRequest } from '../live/live-pages.js';

export interface RequestHostConnectionParams {
  /** One or several lives, at most 50, to invite the hosts of. */
  targetHostLiveIds: string | readonly string[];
  /** Default: the link's template, or the dynamic grid. */
  layoutTemplate?: CoHostLayoutTemplate;
  /** Seconds. Default 30. */
  timeout?: number;
  /** Shown to the invited host. */
  extensionInfo?: string;
  /**
   * A battle that starts at once when the invitation is accepted, between inviter and invitee; nobody is asked again.
   * Where a battle goes on already, the accepting host only joins the connection.
   */
  battle?: Partial<BattleConfig>;
}

const none: readonly never[] = [];

/** Links the current live with others. */
export class CoHostStore {
  readonly events = new Emitter<CoHostEvents>();
  readonly #pages: LivePages;
  readonly #mutedHosts = signal<readonly string[]>([]);
  /** The personal document as its changes were last told. */
  #known: PersonalDocument | null = null;

  /** Whether the current live is linked with others. */
  readonly coHostStatus: ReadonlySignal<CoHostStatus>;
  /** Every host of the link, the own one included; empty while there is none. */
  readonly connected: ReadonlySignal<readonly LinkMember[]>;
  /** Invitations of this host that wait for an answer. */
  readonly invitees: ReadonlySignal<readonly CoHostRequest[]>;
  /** The oldest invitation that waits for this host's answer. */
  readonly applicant: ReadonlySignal<CoHostRequest | null>;
  /** Of the link; null while there is none. */
  readonly layoutTemplate: ReadonlySignal<CoHostLayoutTemplate | null>;
  /**
   * Hosts whom this one could invite, of the pages fetched so far: without those connected or invited, and only of voice
   * lives or of video lives, as the own one is.
   */
  readonly candidates: ReadonlySignal<readonly LiveUser[]>;
  /** Of the next page of candidates; empty when there are no more. */
  readonly candidatesCursor: ReadonlySignal<string>;
  /** Ids of the lives whose people this user does not hear; until the own live is left. */
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
    });
    feed.changes.on('link-ends', (change) => {
      emitLeaves(this.events, change);
    });
    feed.changes.on('link-begins', (change) => {
      this.#tellRequests();
      emitJoins(this.events, change);
    });
    feed.changes.on('personal', () => {
      this.#tellRequests();
    });
  }

  /**
   * Invites hosts, also while connected. Resolves with a code per live when at least one invitation went out; of more
   * than nine lives, the rest finds the connection full.
   * @throws LiveError of the first target when none did; `connectionTooFrequent` after ten invitations a minute to one live.
   */
  async requestHostConnection(params: RequestHostConnectionParams): Promise<Readonly<Record<string, ConnectionCode>>> {
    const { targetHostLiveIds, ...rest } = named(params);
    const targetLiveIds = typeof targetHostLiveIds === 'string' ? [targetHostLiveIds] : targetHostLiveIds;
    const { results } = await executeInLive(this.context, 'request-host-connection', { targetLiveIds, ...rest });
    return results;
  }

  /** Takes an invitation back. @throws LiveError `requestNotFound`. */
  async cancelHostConnection(options: { toHostLiveId: string }): Promise<void> {
    const { toHostLiveId } = named(options);
    await executeInLive(this.context, 'cancel-host-connection', { toLiveId: toHostLiveId });
  }

  /** @throws LiveError `requestNotFound`; `linkFull`, `connectedElsewhere` when that has changed since the invitation. */
  async acceptHostConnection(options: { fromHostLiveId: string }): Promise<void> {
    const { fromHostLiveId } = named(options);
    await executeInLive(this.context, 'accept-host-connection', { fromLiveId: fromHostLiveId });
  }

  /** @throws LiveError `requestNotFound`. */
  async rejectHostConnection(options: { fromHostLiveId: string }): Promise<void> {
    const { fromHostLiveId } = named(options);
    await executeInLive(this.context, 'reject-host-connection', { fromLiveId: fromHostLiveId });
  }

  /** Leaves the link; one of two ends it for both. */
  async exitHostConnection(): Promise<void> {
    await executeInLive(this.context, 'exit-host-connection', {});
  }

  /**
   * Lays the link out anew for everybody in it. For the host who has been in it the longest: first whoever invited.
   * @throws LiveError `noPermission`, `requestNotFound` outside a link; `linkFull` for a template with room for fewer hosts.
   */
  async updateLayoutTemplate(options: { layoutTemplate: CoHostLayoutTemplate }): Promise<void> {
    const { layoutTemplate } = named(options);
    await executeInLive(this.context, 'update-link-layout', { layoutTemplate });
  }

  /**
   * Fetches a page of the live list for `candidates`: the first replaces them, later ones are appended.
   * @returns All candidates so far.
   */
  async getCoHostCandidates(page: PageRequest = {}): Promise<readonly LiveUser[]> {
    await this.#pages.fetch(page);
    return this.candidates.get();
  }

  /**
   * Silences the people of a linked live for this user alone, or lets them be heard again.
   * @throws LiveError `notInLive`, `requestNotFound` for muting a live that is not linked.
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
