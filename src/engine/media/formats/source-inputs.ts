import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colorCube } from '../../../core/color/color-table.js';
import { type PictureTraits } from '../../../core/media/picture-traits.js';
import { lookupTableFile } from '../../../core/render/filters/picture-conversion.js';
import { toneMapCube } from '../../../core/color/tone-map.js';
import type { StoredSource } from './stored-source.js';
import { lacksIndex, safeInputOptions } from './formats.js';

/**
 * Options before a source whose pictures are read. What turns pictures upright is in the filtergraph:
 * which orientations ffmpeg honours by itself depends on its version.
 */
export function pictureInputOptions(
  { demuxer }: StoredSource,
  { decoder }: PictureTraits,
): string[] {
  return [
    ...(decoder === null ? [] : ['-c:v', decoder]),
    '-noautorotate',
    ...safeInputOptions(demuxer),
  ];
}

/**
 * Longer than pictures refer to each other in what broadcasters and recorders write. From ten seconds
 * on ffmpeg takes times below zero for a jump, and mends it.
 */
const LEAD_US = 9_000_000;

/**
 * Videos are sought without cutting at the exact time: the frame that shows at it may have begun
 * before, and the filtergraph drops the others. Without an index decoding begins well before it; times
 * count from it nevertheless.
 */
export function seekOptions(seekUs: number, { demuxer }: StoredSource): string[] {
  const lead = lacksIndex(demuxer) ? Math.min(seekUs, LEAD_US) : 0;
  const seconds = (us: number) => (us / 1_000_000).toFixed(6);
  return [
    ...(lead > 0 ? ['-itsoffset', seconds(-lead)] : []),
    ...(lead < seekUs ? ['-noaccurate_seek', '-ss', seconds(seekUs - lead)] : []),
  ];
}

/** Tables that were made last; each takes a tenth of a second, or half a second. */
const cubes = new Map<string, string>();
const MOST_CUBES = 8;

/** Writes the tables that pictures of such traits need into the folder ffmpeg runs in. */
export async function writeLookupTables(
  traits: readonly PictureTraits[],
  folder: string,
): Promise<void> {
  const needed = new Map(traits.map((one) => [lookupTableFile(one), one]));
  for (const [name, one] of needed) {
    if (name === null) continue;
    // Others may work in the folder: the file appears whole.
    const part = join(folder, `${randomUUID()}.part`);
    await writeFile(part, cubeOf(name, one));
    await rename(part, join(folder, name));
  }
}

function cubeOf(name: string, { light, colors }: PictureTraits): string {
  const cube = cubes.get(name) ?? (light ? toneMapCube(light) : colorCube(colors!));
  cubes.delete(name);
  cubes.set(name, cube);
  for (const oldest of [...cubes.keys()].slice(0, -MOST_CUBES)) cubes.delete(oldest);
  return cube;
}
