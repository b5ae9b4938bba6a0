import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawRaster } from '../../core/raster/draw-raster.js';
import type { RasterPicture } from '../../core/raster/types.js';

const MOST_BYTES = 256 * 2 ** 20;

interface Kept {
  readonly path: string;
  readonly drawn: Promise<number>;
  bytes: number;
  users: number;
}

/**
 * The samples of shapes and masks. Most segments of a scene show the same ones, so those that were used last are kept.
 */
export class RasterFiles {
  /** By the hash of the picture; the least recently used one first. */
  private readonly kept = new Map<string, Kept>();

  /**
   * @param folder for the files, on the file system of the segments; it is created for the first one
   * @param mostBytes how much is kept beyond what is in use
   */
  constructor(
    private readonly folder: string,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  /** Makes a file of the samples of a picture, row by row, in its `rasterFormat`. */
  async link(picture: RasterPicture, path: string): Promise<void> {
    const key = createHash('sha256').update(JSON.stringify(picture)).digest('hex');
    const file = this.kept.get(key) ?? this.draw(key, picture);
    this.kept.delete(key);
    this.kept.set(key, file);
    file.users++;
    try {
      file.bytes = await file.drawn;
      await link(file.path, path);
    } finally {
      file.users--;
    }
    await this.makeRoom();
  }

  private draw(key: string, picture: RasterPicture): Kept {
    const path = join(this.folder, `${randomUUID()}.raster`);
    const write = async () => {
      await mkdir(this.folder, { recursive: true });
      const samples = drawRaster(picture);
      await writeFile(path, samples);
      return samples.length;
    };
    const drawn = write();
    // Whoever asks next draws again.
    drawn.catch(() => this.kept.delete(key));
    return { path, drawn, bytes: 0, users: 0 };
  }

  private async makeRoom(): Promise<void> {
    let excess = [...this.kept.values()].reduce((sum, { bytes }) => sum + bytes, -this.mostBytes);
    for (const [key, { path, bytes, users }] of this.kept) {
      if (excess <= 0) return;
      if (users > 0) continue;
      this.kept.delete(key);
      excess -= bytes;
      // Segments that have a link keep the samples.
      await rm(path, { force: true });
    }
  }
}
