import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colorCube } from '../../../core/color/color-table.js';
import { type PictureTraits } from '../../../core/media/picture-traits.js';
import { lookupTableFile } from '../../../core/render/filters/picture-conversion.js';
import { toneMapCube } from '../../../core/color/tone-map.js';
import type { StoredSource } from './stored-source.js';
import { lacksIndex, safeInputOptions } from './formats.js';
import { writeAtomically } from '../../files/write-atomically.js';

/**
 * Options before a source whose pictures are read. The filtergraph turns pictures upright, because the
 * orientations that ffmpeg honors depend on its version.
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
 * Longer than the distance between pictures that refer to each other in recordings and broadcasts. ffmpeg
 * treats negative timestamps from ten seconds on as a discontinuity and corrects them.
 */
const LEAD_US = 9_000_000;

/**
 * Seeks without cutting at the exact time: the frame that is visible then may have begun before, and the
 * filtergraph drops the other frames. Without an index, decoding begins well before the time, and timestamps
 * are shifted to compensate.
 */
export function seekOptions(seekUs: number, { demuxer }: StoredSource): string[] {
  const lead = lacksIndex(demuxer) ? Math.min(seekUs, LEAD_US) : 0;
  const seconds = (us: number) => (us / 1_000_000).toFixed(6);
  return [
    ...(lead > 0 ? ['-itsoffset', seconds(-lead)] : []),
    ...(lead < seekUs ? ['-noaccurate_seek', '-ss', seconds(seekUs - lead)] : []),
  ];
}

/** The tables that were used last. Computing one takes a tenth to half a second. */
const cubes = new Map<string, string>();
const MAX_CUBES = 8;

/** Writes the lookup tables that these pictures need into the working folder of ffmpeg. */
export async function writeLookupTables(
  traits: readonly PictureTraits[],
  folder: string,
): Promise<void> {
  const needed = new Map(traits.map((one) => [lookupTableFile(one), one]));
  for (const [name, one] of needed) {
    if (name === null) continue;
    // Other runs may use the folder.
    await writeAtomically(join(folder, name), (part) => writeFile(part, cubeOf(name, one)));
  }
}

function cubeOf(name: string, { light, colors }: PictureTraits): string {
  const cube = cubes.get(name) ?? (light ? toneMapCube(light) : colorCube(colors!));
  cubes.delete(name);
  cubes.set(name, cube);
  for (const oldest of [...cubes.keys()].slice(0, -MAX_CUBES)) cubes.delete(oldest);
  return cube;
}
