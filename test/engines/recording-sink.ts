import type {
  Audience,
  ConnectionState,
  DeviceStoppedReason,
  DeviceType,
  KickedOutReason,
  LiveSink,
  LiveUpdate,
  NetworkQuality,
  Participant,
  ScoreBoard,
} from '../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../src/protocol/index.js';

type UpdateOf<T extends LiveUpdate['type']> = Extract<LiveUpdate, { type: T }>;

/** Keeps all updates of an engine, in order. */
export class RecordingSink implements LiveSink {
  readonly updates: LiveUpdate[] = [];

  receive(update: LiveUpdate): void {
    this.updates.push(update);
  }

  forget(): void {
    this.updates.length = 0;
  }

  get types(): readonly LiveUpdate['type'][] {
    return this.updates.map(({ type }) => type);
  }

  get documents(): readonly LiveDocument[] {
    return this.#all('document').map(({ document }) => document);
  }

  get personals(): readonly PersonalDocument[] {
    return this.#all('personal').map(({ personal }) => personal);
  }

  get boards(): readonly ScoreBoard[] {
    return this.#all('scores').map(({ board }) => board);
  }

  get participantLists(): readonly (readonly Participant[])[] {
    return this.#all('participants').map(({ participants }) => participants);
  }

  /** The latest list of participants: users with a camera or microphone. */
  get people(): readonly Participant[] {
    return this.participantLists.at(-1) ?? [];
  }

  /** User ids of these participants. */
  get present(): readonly string[] {
    return this.people.map(({ userId }) => userId);
  }

  get audiences(): readonly Audience[] {
    return this.#all('audience').map(({ audience }) => audience);
  }

  /** User ids of the latest audience: users without a seat. */
  get onlookers(): readonly string[] {
    return this.audiences.at(-1)?.members.map(({ userId }) => userId) ?? [];
  }

  get qualities(): readonly ReadonlyMap<string, NetworkQuality>[] {
    return this.#all('network-qualities').map(({ qualities }) => qualities);
  }

  get volumes(): readonly ReadonlyMap<string, number>[] {
    return this.#all('speaking').map(({ volumes }) => volumes);
  }

  get stops(): readonly [DeviceType, DeviceStoppedReason][] {
    return this.#all('device-stopped').map(({ device, reason }) => [device, reason]);
  }

  get states(): readonly ConnectionState[] {
    return this.#all('connection').map(({ state }) => state);
  }

  get kicks(): readonly KickedOutReason[] {
    return this.#all('kicked-out').map(({ reason }) => reason);
  }

  #all<T extends LiveUpdate['type']>(type: T): readonly UpdateOf<T>[] {
    return this.updates.filter((update): update is UpdateOf<T> => update.type === type);
  }
}
