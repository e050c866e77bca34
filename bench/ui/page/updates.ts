import { frameIntervals } from './frame-intervals.js';
import { LongTasks } from './long-tasks.js';
import { now, packetKind, type Order, type Packet } from './packet.js';
import { speakingFrom, type PeerState, type Shown } from './peer.js';

/** What the page itself saw of a run; times in milliseconds. */
export interface UpdatesReport {
  updates: number;
  /** Handled minus due. */
  lagMedian: number;
  lagP99: number;
  longTasks: number;
  /** Frames that were missed, of 60 a second. Zero unless frames were counted. */
  droppedFrames: number;
}

/** Gives the worker's packets to a peer. Remembers what was sent, as the truth that the tiles must show. */
export class Updates {
  readonly #worker = new Worker('/worker.js', { type: 'module' });
  readonly #truth: Shown[];

  constructor(
    private readonly state: PeerState,
    people: number,
  ) {
    this.#truth = Array.from({ length: people }, () => ({ points: 0, isSpeaking: false }));
  }

  /** @param countsFrames Asks for every frame, which keeps a page that has little to do from resting. */
  async run(order: Order, countsFrames: boolean): Promise<UpdatesReport> {
    const lags = new Float64Array(Math.ceil(order.seconds * (order.scores + order.levels)) + 2);
    let count = 0;
    const longTasks = new LongTasks();
    const frames = countsFrames ? frameIntervals() : null;
    await new Promise<void>((resolve) => {
      this.#worker.onmessage = ({ data }: MessageEvent<Packet>): void => {
        if (data[0] === packetKind.end) return resolve();
        this.#take(data);
        lags[count++] = now() - data[1]!;
      };
      this.#worker.postMessage(order);
    });
    const sorted = lags.subarray(0, count).sort();
    return {
      updates: count,
      lagMedian: sorted[Math.floor(count * 0.5)]!,
      lagP99: sorted[Math.floor(count * 0.99)]!,
      longTasks: longTasks.end(),
      droppedFrames: frames?.end() ?? 0,
    };
  }

  /** Number of tiles that do not show the last score and speaking state. */
  wrongTiles(): number {
    return this.#truth.filter(({ points, isSpeaking }, index) => {
      const shown = this.state.shown(index);
      return shown?.points !== points || shown.isSpeaking !== isSpeaking;
    }).length;
  }

  #take(packet: Packet): void {
    const { state } = this;
    const isScores = packet[0] === packetKind.scores;
    for (let at = 2; at < packet.length; at += 2) {
      const index = packet[at]!;
      const value = packet[at + 1]!;
      const truth = this.#truth[index]!;
      if (isScores) state.score(index, (truth.points = value));
      else {
        truth.isSpeaking = value >= speakingFrom;
        state.level(index, value);
      }
    }
    state.deliver();
  }
}
