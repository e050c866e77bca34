// LiveKit's own tile over participants that are real and not connected. Points and level are participant attributes.
import { ParticipantTile, RoomContext, useIsSpeaking, useParticipantAttribute } from '@livekit/components-react';
import { RemoteParticipant, Room, Track } from 'livekit-client';
import { memo, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { speakingFrom, type Peer, type PeerState, type Person, type Shown } from '../page/peer.js';
import { initialsOf } from '../page/people.js';
import { shownIn } from './plain-tile.js';

/** What livekit-client does with the server's news; not part of its public types. */
interface ServerNews {
  _setAttributes(attributes: Record<string, string>): void;
}

const room = new Room();

function Ring({ participant }: { participant: RemoteParticipant }): ReactNode {
  return <div className="ring" style={{ opacity: useParticipantAttribute('level', { participant }) ?? 0 }} />;
}

function Score({ participant }: { participant: RemoteParticipant }): ReactNode {
  return <div className="score">{useParticipantAttribute('score', { participant }) ?? 0}</div>;
}

const Tile = memo(function Tile({ participant }: { participant: RemoteParticipant }): ReactNode {
  const isSpeaking = useIsSpeaking(participant);
  return (
    <div className={isSpeaking ? 'tile speaking' : 'tile'}>
      <Ring participant={participant} />
      <div className="avatar">{initialsOf(participant.name ?? '')}</div>
      <ParticipantTile className="name" trackRef={{ participant, source: Track.Source.Camera }} />
      <Score participant={participant} />
    </div>
  );
});

class LiveKitReact implements PeerState {
  readonly #participants: readonly RemoteParticipant[];
  #root: Root | null = null;
  #stage: Element | null = null;

  constructor(people: readonly Person[]) {
    const notConnected = {} as ConstructorParameters<typeof RemoteParticipant>[0];
    this.#participants = people.map(({ userId, name }) => new RemoteParticipant(notConnected, userId, userId, name));
  }

  score(index: number, points: number): void {
    this.#set(index, { score: String(points) });
  }

  level(index: number, level: number): void {
    this.#participants[index]!.audioLevel = level;
    this.#participants[index]!.setIsSpeaking(level >= speakingFrom);
    this.#set(index, { level: String(level) });
  }

  deliver(): void {
    // Each change was told at once.
  }

  mount(stage: HTMLElement): void {
    this.#stage = stage;
    this.#root = createRoot(stage);
    this.#root.render(
      <RoomContext.Provider value={room}>
        {this.#participants.map((participant) => (
          <Tile key={participant.identity} participant={participant} />
        ))}
      </RoomContext.Provider>,
    );
  }

  unmount(): void {
    this.#root?.unmount();
    this.#root = null;
    this.#stage = null;
  }

  shown(index: number): Shown | null {
    const tile = this.#stage?.children[index];
    return shownIn(tile, tile?.classList.contains('speaking') ?? false);
  }

  #set(index: number, change: Record<string, string>): void {
    const participant = this.#participants[index]!;
    (participant as unknown as ServerNews)._setAttributes({ ...participant.attributes, ...change });
  }
}

export const peer: Peer = { hasTimer: false, open: async (people) => new LiveKitReact(people) };
