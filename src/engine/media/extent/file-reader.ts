import { open, type FileHandle } from 'node:fs/promises';

const BLOCK_BYTES = 1 << 16;
const ZEROS = Buffer.alloc(BLOCK_BYTES);

/** Random access to a file. */
export class FileReader {
  private block: { readonly at: number; readonly bytes: Buffer } | null = null;

  private constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  static async over<T>(path: string, use: (reader: FileReader) => Promise<T>): Promise<T> {
    const file = await open(path);
    try {
      return await use(new FileReader(file, (await file.stat()).size));
    } finally {
      await file.close();
    }
  }

  /** Reads `length` bytes from a position, or fewer at the end of the file. */
  async read(at: number, length: number): Promise<Buffer> {
    const end = Math.min(this.size, at + length);
    if (at >= end) return Buffer.alloc(0);
    if (length > BLOCK_BYTES / 4) return this.fetch(at, end - at);
    const { block } = this;
    if (block && at >= block.at && end <= block.at + block.bytes.length) {
      return block.bytes.subarray(at - block.at, end - block.at);
    }
    // Small reads are often sequential, so a whole block is read.
    const bytes = await this.fetch(at, Math.min(BLOCK_BYTES, this.size - at));
    this.block = { at, bytes };
    return bytes.subarray(0, end - at);
  }

  /** A byte that is loaded already; undefined: {@link read} has to load it. */
  loadedByte(at: number): number | undefined {
    return this.block?.bytes[at - this.block.at];
  }

  /** Number of zero bytes at the end of the file. */
  async trailingZeros(): Promise<number> {
    for (let end = this.size; end > 0; end -= BLOCK_BYTES) {
      const at = Math.max(0, end - BLOCK_BYTES);
      const bytes = await this.fetch(at, end - at);
      if (bytes.equals(ZEROS.subarray(0, bytes.length))) continue;
      const last = bytes.findLastIndex((byte) => byte !== 0);
      return this.size - (at + last + 1);
    }
    return this.size;
  }

  private async fetch(at: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.file.read(bytes, 0, length, at);
    return bytes.subarray(0, bytesRead);
  }
}
