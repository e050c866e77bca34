import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../.cache/', import.meta.url));

const samplesPerSecond = 48_000;
const seconds = 2;

/**
 * Writes a WAV file that Chromium's fake microphone plays in a loop: a siren without a pause. LiveKit does not take
 * Chromium's own short beeps for speech while only one microphone is open. With several, only one siren is heard.
 */
export function writeFakeVoice(): string {
  const bytes = samplesPerSecond * seconds * 2;
  const wav = Buffer.alloc(44 + bytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  // PCM, one channel of 16 bits.
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(samplesPerSecond, 24);
  wav.writeUInt32LE(samplesPerSecond * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  for (let i = 0; i < bytes / 2; i++) {
    const t = i / samplesPerSecond;
    wav.writeInt16LE(
      Math.round(16_000 * Math.sin(2 * Math.PI * (400 * t + 20 * Math.sin(2 * Math.PI * t)))),
      44 + i * 2,
    );
  }
  const path = `${folder}fake-voice.wav`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, wav);
  return path;
}
