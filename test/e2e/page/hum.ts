/** A microphone for tests: the browser's fake one beeps too rarely to count as speaking. */
export async function hum(): Promise<MediaStreamTrack> {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  tone.connect(output);
  tone.start();
  return output.stream.getAudioTracks()[0]!;
}
