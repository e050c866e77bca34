/** The part of a media track that the engine uses. A track keeps its clones. */
export class FakeMediaTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readyState: 'live' | 'ended' = 'live';
  readonly clones: FakeMediaTrack[] = [];
  constraints: MediaTrackConstraints = {};

  static create(): FakeMediaTrack & MediaStreamTrack {
    return new FakeMediaTrack() as FakeMediaTrack & MediaStreamTrack;
  }

  clone(): MediaStreamTrack {
    const clone = FakeMediaTrack.create();
    this.clones.push(clone);
    return clone;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  async applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.constraints = constraints;
  }
}
