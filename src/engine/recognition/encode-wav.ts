import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';

const HEADER_BYTES = 44;

/** Encodes mono speech at 16 kHz as a 16-bit WAV file (RIFF, `WAVE_FORMAT_PCM`). */
export function encodeWav(samples: Float32Array): Buffer {
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  wavHeader(samples.length, SPEECH_SAMPLE_RATE).copy(file);
  samples.forEach((sample, index) => {
    const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    file.writeInt16LE(value, HEADER_BYTES + index * 2);
  });
  return file;
}

/** The 44 bytes before the samples of a 16-bit mono WAV file. */
export function wavHeader(samples: number, sampleRate: number): Buffer {
  const bytes = samples * 2;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return header;
}
