/** The length of {@link wavHeader} in bytes. */
export const WAV_HEADER_BYTES = 44;

/** Encodes mono sound as a 16-bit WAV file (RIFF, `WAVE_FORMAT_PCM`). @param samples from -1 to 1 */
export function encodeWav(samples: Float32Array, sampleRate: number): Buffer {
  return Buffer.concat([wavHeader(samples.length, sampleRate), encodePcm16(samples)]);
}

/** The samples of a 16-bit WAV file. @param samples from -1 to 1 */
export function encodePcm16(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => {
    const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    bytes.writeInt16LE(value, index * 2);
  });
  return bytes;
}

/** The bytes before the samples of a 16-bit mono WAV file. */
export function wavHeader(samples: number, sampleRate: number): Buffer {
  const bytes = samples * 2;
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(WAV_HEADER_BYTES - 8 + bytes, 4);
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
