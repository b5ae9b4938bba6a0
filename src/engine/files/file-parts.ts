import { open, type FileHandle } from 'node:fs/promises';

/** A range of bytes in a file. */
export interface FilePart {
  readonly path: string;
  readonly offset: number;
  readonly bytes: number;
}

export interface PartReader {
  /**
   * Appends the next bytes of the parts to a file.
   *
   * @throws Error if fewer bytes are left
   */
  copy(bytes: number, to: FileHandle): Promise<void>;
  close(): Promise<void>;
}

const BUFFER_BYTES = 1 << 20;

/** Reads parts of files one after another, as if they were one file. Each file is open only while it is read. */
export function readParts(parts: readonly FilePart[]): PartReader {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let file: FileHandle | null = null;
  let current = 0;
  let done = 0;

  const readSome = async (most: number): Promise<Buffer> => {
    while (parts[current] !== undefined && done === parts[current]!.bytes) {
      await file?.close();
      file = null;
      current++;
      done = 0;
    }
    const part = parts[current];
    if (part === undefined) throw new Error('there are no bytes left');
    file ??= await open(part.path);
    const length = Math.min(most, BUFFER_BYTES, part.bytes - done);
    const { bytesRead } = await file.read(buffer, 0, length, part.offset + done);
    if (bytesRead === 0) throw new Error('a file is shorter than it was');
    done += bytesRead;
    return buffer.subarray(0, bytesRead);
  };

  return {
    async copy(bytes, to) {
      for (let left = bytes; left > 0;) {
        const some = await readSome(left);
        await to.writeFile(some);
        left -= some.length;
      }
    },
    async close() {
      await file?.close();
      file = null;
    },
  };
}
