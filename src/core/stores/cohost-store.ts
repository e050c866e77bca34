import type { BattleConfig } from '../battle.js';
import type { CoHostLayoutTemplate, CoHostRequest, CoHostStatus, ConnectionCode, LinkMember } from '../cohost.js';
import { Emitter } from '../reactivity/emitter.js';
import { computed, type ReadonlySignal } from '../reactivity/signal.js';
import { executeInLive, type SessionContext } from '../session/session-context.js';
import { emitMembership, emitRequestChanges, type CoHostEvents } from './cohost-events.js';

export interface RequestHostConnectionParams {
  /** One or several lives to invite the hosts of. */
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

  readonly coHostStatus: ReadonlySignal<CoHostStatus>;
  /** Every host of the link, the own one included; empty while there is none. */
  readonly connected: ReadonlySignal<readonly LinkMember[]>;
  /** Invitations of this host that wait for an answer. */
  readonly invitees: ReadonlySignal<readonly CoHostRequest[]>;
  /** The oldest invitation that waits for this host's answer. */
  readonly applicant: ReadonlySignal<CoHostRequest | null>;
  readonly layoutTemplate: ReadonlySignal<CoHostLayoutTemplate | null>;

  constructor(private readonly context: SessionContext) {
    const { feed } = context;
    const link = computed(() => feed.currentDocument.get()?.link ?? null);
    const pending = computed(
      () => feed.currentPersonal.get()?.coHostRequests.filter(({ status }) => status === 'pending') ?? none,
    );
    const ownLiveId = (): string | undefined => feed.currentDocument.get()?.live.liveId;
    this.connected = computed(() => link.get()?.members ?? none);
    this.coHostStatus = computed(() => (link.get() ? 'connected' : 'disconnected'));
    this.layoutTemplate = computed(() => link.get()?.layoutTemplate ?? null);
    this.invitees = computed(() => pending.get().filter(({ inviter }) => inviter.liveId === ownLiveId()));
    this.applicant = computed(() => pending.get().find(({ invitee }) => invitee.liveId === ownLiveId()) ?? null);
    feed.changes.on('document', (change) => {
      emitMembership(this.events, change);
    });
    feed.changes.on('personal', (change) => {
      emitRequestChanges(this.events, change, context.currentLive.liveId);
    });
  }

  /**
   * Invites hosts, also while connected. Resolves with a code per live when at least one invitation went out.
   * @throws LiveError of the first target when none did.
   */
  async requestHostConnection({
    targetHostLiveIds,
    ...rest
  }: RequestHostConnectionParams): Promise<Readonly<Record<string, ConnectionCode>>> {
    const targetLiveIds = typeof targetHostLiveIds === 'string' ? [targetHostLiveIds] : targetHostLiveIds;
    const { results } = await executeInLive(this.context, 'request-host-connection', { targetLiveIds, ...rest });
    return results;
  }

  async cancelHostConnection({ toHostLiveId }: { toHostLiveId: string }): Promise<void> {
    await executeInLive(this.context, 'cancel-host-connection', { toLiveId: toHostLiveId });
  }

  async acceptHostConnection({ fromHostLiveId }: { fromHostLiveId: string }): Promise<void> {
    await executeInLive(this.context, 'accept-host-connection', { fromLiveId: fromHostLiveId });
  }

  async rejectHostConnection({ fromHostLiveId }: { fromHostLiveId: string }): Promise<void> {
    await executeInLive(this.context, 'reject-host-connection', { fromLiveId: fromHostLiveId });
  }

  /** Leaves the link; one of two ends it for both. */
  async exitHostConnection(): Promise<void> {
    await executeInLive(this.context, 'exit-host-connection', {});
  }
}
