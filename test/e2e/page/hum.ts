/**
 * A microphone for tests. The browser's fake one beeps too rarely to count as speaking. The volume rises and falls,
 * because LiveKit tells new participants about a speaker only when the speaker's volume changes.
 */
export async function hum(): Promise<MediaStreamTrack> {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const volume = new GainNode(context, { gain: 0.5 });
  const tone = context.createOscillator();
  tone.connect(volume).connect(output);
  const swell = new OscillatorNode(context, { frequency: 0.4 });
  swell.connect(new GainNode(context, { gain: 0.4 })).connect(volume.gain);
  tone.start();
  swell.start();
  return output.stream.getAudioTracks()[0]!;
}
