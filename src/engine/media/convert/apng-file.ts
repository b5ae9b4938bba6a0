import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);
/** After the signature and `IHDR`. */
const CONTROL_PLACE = 33;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Writes frames as an animated PNG file. Each frame covers the whole picture. */
export class ApngFile {
  private sequence = 0;
  private frames = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly width: number,
    private readonly height: number,
  ) {}

  static async begin(
    file: FileHandle,
    { width, height }: { width: number; height: number },
  ): Promise<ApngFile> {
    const apng = new ApngFile(file, width, height);
    await file.write(SIGNATURE);
    // 8 bits per sample, with alpha.
    await apng.chunk('IHDR', Buffer.concat([uint32(width, height), Buffer.from([8, 6, 0, 0, 0])]));
    await file.write(apng.control());
    return apng;
  }

  /** @param pixels RGBA with straight alpha */
  async add(pixels: Uint8Array, milliseconds: number): Promise<void> {
    const { width, height } = this;
    this.frames++;
    const first = this.sequence === 0;
    const time = Buffer.alloc(6);
    time.writeUInt16BE(Math.min(65_535, milliseconds), 0);
    time.writeUInt16BE(1000, 2);
    await this.chunk('fcTL', Buffer.concat([uint32(this.sequence++, width, height, 0, 0), time]));
    const rows = Buffer.alloc((width * 4 + 1) * height);
    for (let row = 0; row < height; row++) {
      rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1);
    }
    const data = await compress(rows, { level: 1 });
    if (first) await this.chunk('IDAT', data);
    else await this.chunk('fdAT', Buffer.concat([uint32(this.sequence++), data]));
  }

  async end(): Promise<void> {
    await this.chunk('IEND', Buffer.alloc(0));
    const control = this.control();
    await this.file.write(control, 0, control.length, CONTROL_PLACE);
  }

  /** The number of frames is known at the end. */
  private control(): Buffer {
    return chunkOf('acTL', uint32(this.frames, 0));
  }

  private async chunk(type: string, data: Buffer): Promise<void> {
    await this.file.write(chunkOf(type, data));
  }
}

function chunkOf(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), typed, uint32(crc32(typed))]);
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}
