import { open, type FileHandle } from 'node:fs/promises';
import { encodePcm16, WAV_HEADER_BYTES, wavHeader } from '../media/sound/encode-wav.js';

/** A 16-bit mono WAV file that is written part by part. Its header is written last. */
export class SoundFile {
  private samples = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly sampleRate: number,
  ) {}

  static async create(path: string, sampleRate: number): Promise<SoundFile> {
    const file = await open(path, 'wx');
    await file.write(Buffer.alloc(WAV_HEADER_BYTES));
    return new SoundFile(file, sampleRate);
  }

  /** The number of samples so far. */
  get length(): number {
    return this.samples;
  }

  async silence(samples: number): Promise<void> {
    await this.file.write(Buffer.alloc(samples * 2));
    this.samples += samples;
  }

  /** @param samples from -1 to 1 */
  async write(samples: Float32Array): Promise<void> {
    await this.file.write(encodePcm16(samples));
    this.samples += samples.length;
  }

  /** Writes the header, and closes the file. */
  async end(): Promise<void> {
    try {
      await this.file.write(wavHeader(this.samples, this.sampleRate), 0, WAV_HEADER_BYTES, 0);
    } finally {
      await this.file.close();
    }
  }
}
