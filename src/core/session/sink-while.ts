import type { LiveSink } from '../engine.js';

/** Hands on to `sink` while `isOpen`: a live that was left must not reach into the next one. */
export function sinkWhile(isOpen: () => boolean, sink: LiveSink): LiveSink {
  const gated =
    <T>(hand: (value: T) => void) =>
    (value: T): void => {
      if (isOpen()) hand(value);
    };
  return {
    document: gated((document) => sink.document(document)),
    personal: gated((personal) => sink.personal(personal)),
    scores: gated((board) => sink.scores(board)),
    participants: gated((participants) => sink.participants(participants)),
    audience: gated((audience) => sink.audience(audience)),
    networkQualities: gated((qualities) => sink.networkQualities(qualities)),
    deviceStopped: (device, reason) => {
      if (isOpen()) sink.deviceStopped(device, reason);
    },
    speaking: gated((volumes) => sink.speaking(volumes)),
    connection: gated((state) => sink.connection(state)),
    audioBlocked: gated((blocked) => sink.audioBlocked(blocked)),
    kickedOut: gated((reason) => sink.kickedOut(reason)),
  };
}
