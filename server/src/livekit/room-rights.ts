import type { ParticipantInfo } from 'livekit-server-sdk';
import { liveIdAttribute, roomPublishers, type LiveDocument, type Publisher } from 'live-battles/protocol';
import type { Clock } from 'live-battles/referee';
import type { LiveSnapshot, ReadLiveSnapshot } from './live-snapshot.js';
import { mayPublish, permissionFor } from './publish-rights.js';
import type { Pushing } from './pushing.js';
import { RefusedCalls } from './refused-calls.js';
import { isAnswer, unlessGone, type RoomService } from './room-service.js';

export interface RoomRightsOptions extends Pick<Pushing, 'timing' | 'onFailure'> {
  service: Pick<RoomService, 'listParticipants' | 'removeParticipant' | 'updateParticipant'>;
  readLive: ReadLiveSnapshot;
  clock: Pick<Clock, 'now'>;
}

/** Ids of all users who may not come back, at a revision of the live. */
export interface KickList {
  revision: number;
  kicked: readonly string[];
}

type Devices = Publisher['devices'];
/** Devices by LiveKit identity. */
type Rights = ReadonlyMap<string, Devices>;

/** Keeps all participants of one room to what the live's document allows. Changes run one after another. */
export class RoomRights {
  /** The devices that LiveKit allows, by identity, as last told or found. Without the owner, whose token allows all. */
  readonly #granted = new Map<string, string>();
  /** Ids of kicked users who have been put out. */
  readonly #putOut = new Set<string>();
  readonly #refusedCalls: RefusedCalls;
  /** The newest document that the room follows. */
  #document: LiveDocument | null = null;
  #kickList: KickList | null = null;
  #createdAt: number | null = null;
  #turns: Promise<void> = Promise.resolve();
  #isFollowing = false;
  #isUncertain = true;

  constructor(
    private readonly liveId: string,
    private readonly options: RoomRightsOptions,
  ) {
    this.#refusedCalls = new RefusedCalls(options.clock, options.timing.retry);
  }

  /** Whether the room needs a sweep: a call has failed, or no sweep has run yet. */
  get isUncertain(): boolean {
    return this.#isUncertain;
  }

  /** The document has changed. Documents may come in any order. */
  follow(document: LiveDocument): void {
    if (this.#keepNewest(document)) this.#act();
  }

  /** A user was kicked, or let back in. Lists may come in any order. */
  keepOut(list: KickList): void {
    if (this.#kickList && this.#kickList.revision > list.revision) return;
    this.#kickList = list;
    this.#act();
  }

  /** Corrects a new participant's rights: they may have lost the seat, link or access since they got their token. */
  async checkArrival(participant: ParticipantInfo): Promise<void> {
    await this.#inTurn(async () => {
      const live = await this.#read();
      if (live) await this.#correct(live, rightsIn(live.document), participant);
    }).catch((error: unknown) => this.#failed(error));
  }

  /** Corrects the rights of all participants, and resolves with them. @throws when LiveKit does not answer. */
  async sweep(): Promise<readonly ParticipantInfo[]> {
    return await this.#inTurn(async () => {
      const participants = await this.options.service.listParticipants(this.liveId);
      // Read after the list: the document then holds every right with which a listed participant came in.
      const live = await this.#read();
      this.#isUncertain = false;
      if (live) await this.#correctAll(live, participants);
      return participants;
    });
  }

  async #correctAll(live: LiveSnapshot, participants: readonly ParticipantInfo[]): Promise<void> {
    const rights = rightsIn(live.document);
    try {
      for (const participant of participants) await this.#correct(live, rights, participant);
    } catch (error) {
      // The rest of the list has not been looked at.
      this.#isUncertain = true;
      throw error;
    }
  }

  /** Applies the newest document and kick list at the next turn. Changes until then are taken together. */
  #act(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    void this.#inTurn(async () => {
      this.#isFollowing = false;
      const document = this.#document;
      if (document) this.#begin(document);
      if (this.#kickList) await this.#removeAll(this.#kickList.kicked);
      if (document) await this.#grant(document);
    }).catch((error: unknown) => this.#failed(error));
  }

  async #removeAll(kicked: readonly string[]): Promise<void> {
    for (const userId of this.#putOut) if (!kicked.includes(userId)) this.#putOut.delete(userId);
    for (const userId of kicked) {
      if (this.#putOut.has(userId)) continue;
      if (await this.#remove(userId)) this.#putOut.add(userId);
    }
  }

  async #grant(document: LiveDocument): Promise<void> {
    const wanted = rightsIn(document);
    for (const identity of [...this.#granted.keys()]) {
      if (wanted.has(identity)) continue;
      if (isLinked(identity)) await this.#remove(identity);
      else await this.#set(identity, undefined);
    }
    for (const [identity, devices] of wanted) {
      const granted = this.#granted.get(identity);
      if (granted === String(devices)) continue;
      // A participant from a linked live has the right from their token. A viewer on a new seat has to be made visible.
      if (granted === undefined && isLinked(identity)) this.#granted.set(identity, String(devices));
      else await this.#set(identity, devices);
    }
  }

  async #correct({ document, kicked }: LiveSnapshot, rights: Rights, participant: ParticipantInfo): Promise<void> {
    const { identity, attributes, permission } = participant;
    if (identity === document.live.liveOwner.userId) return;
    const devices = rights.get(identity);
    const isStranger = isLinked(identity) ? !devices : liveIdAttribute in attributes;
    if (isStranger || kicked.includes(identity)) await this.#remove(identity);
    else if (!mayPublish(permission, devices ?? [])) await this.#set(identity, devices);
    else if (devices && permission?.hidden) await this.#set(identity, devices);
    // News of an arrival may be older than the last call to LiveKit, so a known entry stays.
    else if (devices && !this.#granted.has(identity)) this.#granted.set(identity, String(devices));
  }

  /** Sets which devices a participant may publish; undefined without a seat: none. */
  async #set(identity: string, devices: Devices | undefined): Promise<void> {
    const permission = permissionFor(devices ?? [], !isLinked(identity));
    const isSet = await this.#call(identity, () =>
      this.options.service.updateParticipant(this.liveId, identity, { permission }),
    );
    if (!isSet) return;
    if (devices) this.#granted.set(identity, String(devices));
    else this.#granted.delete(identity);
  }

  /** Returns whether the participant is out. */
  async #remove(identity: string): Promise<boolean> {
    const isOut = await this.#call(identity, () => this.options.service.removeParticipant(this.liveId, identity));
    if (isOut) this.#granted.delete(identity);
    return isOut;
  }

  /**
   * Makes a call for one participant, and returns whether it was made and accepted. A refusal by LiveKit does not stop
   * the calls for the others. While this participant has to wait after one, the next sweep makes up for the call.
   */
  async #call(identity: string, call: () => Promise<unknown>): Promise<boolean> {
    if (this.#refusedCalls.mustWait(identity)) {
      this.#isUncertain = true;
      return false;
    }
    try {
      await unlessGone(call());
      this.#refusedCalls.accepted(identity);
      return true;
    } catch (error) {
      if (!isAnswer(error)) throw error;
      this.#refusedCalls.refused(identity);
      this.#failed(error);
      return false;
    }
  }

  #failed(error: unknown): void {
    this.#isUncertain = true;
    this.options.onFailure(error);
  }

  async #read(): Promise<LiveSnapshot | null> {
    const live = await this.options.readLive(this.liveId);
    if (live && this.#keepNewest(live.document)) this.#begin(live.document);
    return live;
  }

  #keepNewest(document: LiveDocument): boolean {
    if (this.#document && this.#document.revision > document.revision) return false;
    this.#document = document;
    return true;
  }

  /** Forgets the grants of an earlier live of this id, whose room was another. */
  #begin({ live: { createdAt } }: LiveDocument): void {
    if (this.#createdAt === createdAt) return;
    this.#createdAt = createdAt;
    this.#granted.clear();
    this.#putOut.clear();
    this.#refusedCalls.clear();
    this.#isUncertain = true;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(act);
    this.#turns = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}

/** The devices of all publishers except the owner, who may always publish. */
function rightsIn(document: LiveDocument): Rights {
  const others = roomPublishers(document).filter(({ identity }) => identity !== document.live.liveOwner.userId);
  return new Map(others.map(({ identity, devices }) => [identity, devices]));
}

function isLinked(identity: string): boolean {
  return identity.includes('@');
}
