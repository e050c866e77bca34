/** A host or guest with a tile of their own. */
export interface Person {
  userId: string;
  name: string;
  liveId: string;
  /** The seat's number in its live. */
  seatIndex: number;
}

/** What a tile shows. */
export interface Shown {
  points: number;
  isSpeaking: boolean;
}

/** A user at this level or above counts as speaking; 0–1. */
export const speakingFrom = 0.05;

/** `firstLead`: the first host gets points. `lead`: the second gets more. `result`: the battle is over. */
export type Moment = 'firstLead' | 'lead' | 'result';

/** The state of all people, and the tiles that show it. The state outlives the tiles. */
export interface PeerState {
  /** A person's points, absolute. */
  score(index: number, points: number): void;
  /** A person's volume, 0–1. */
  level(index: number, level: number): void;
  /** The end of a packet: the calls since the last one arrived together. */
  deliver(): void;
  mount(stage: HTMLElement): void;
  unmount(): void;
  /** What the tile shows; null while it is not there. */
  shown(index: number): Shown | null;
  /** Plays a moment of a battle between two hosts. Only where a battle is drawn. */
  play?(moment: Moment): void;
}

/** One implementation of the same tiles. */
export interface Peer {
  /** Whether it shows the time left by itself. The page shows it for the others. */
  hasTimer: boolean;
  open(people: readonly Person[]): Promise<PeerState>;
}
