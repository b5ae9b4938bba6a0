import { constants, copyFile, link } from 'node:fs/promises';
import { join } from 'node:path';
import { lutFile } from '../../../core/render/filters/color-filters.js';
import type { LayerLook } from '../../../core/render/segment/types.js';
import type { StoredSource } from './stored-source.js';

/** Puts the lookup tables of looks into the working folder of ffmpeg, with the names that its filters use. */
export async function linkLuts(
  looks: readonly (LayerLook | null)[],
  sourceOf: (contentHash: string) => StoredSource,
  folder: string,
): Promise<void> {
  const luts = looks.flatMap((look) => look?.correction?.lut ?? []);
  const names = new Map(luts.map((lut) => [lutFile(lut), lut.contentHash]));
  for (const [name, contentHash] of names) {
    const { path } = sourceOf(contentHash);
    const target = join(folder, name);
    await link(path, target).catch(async (error: NodeJS.ErrnoException) => {
      // Otherwise, another run with the same folder has put it there.
      if (error.code !== 'EEXIST') await copyFile(path, target, constants.COPYFILE_FICLONE);
    });
  }
}
