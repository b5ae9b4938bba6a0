import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LutTable, lutTable } from '../../core/color/lut-table.js';
import { CubeError, type CubeLut, readCube } from '../../core/color/read-cube.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { lutsOf, type LutUse, withLuts } from '../../core/project/element-luts.js';
import type { LutFile, Project } from '../../core/project/types/index.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { writeAtomically } from '../../engine/files/write-atomically.js';
import type { StoredSource } from '../../engine/media/formats/stored-source.js';
import { addressKey, type MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';

/** A grid with 100 points on each side. Those of cameras and editors have 17 to 65. */
export const MAX_LUT_BYTES = 32 << 20;
/** Each takes up to two seconds to read. */
const MOST_LUTS = 20;
/** Along each side of a grid. The build of 2018 reads no more than 64, and like all before 4.3 lacks `xfade`. */
const MOST_POINTS = { now: 65, before: 64 };
/** Tables that were made last: reading one takes up to two seconds, and a preview reads it again. */
const MOST_REMEMBERED = 4;

/** A project whose lookup tables are read. */
export interface ReadLuts {
  readonly project: Project;
  /** The tables as files for ffmpeg. */
  readonly files: readonly StoredSource[];
  readonly warnings: readonly string[];
}

/** A table that was read. Null if it changes no color. */
interface ReadLut {
  readonly table: LutTable | null;
  readonly ignored: CubeLut['ignored'];
}

const remembered = new Map<string, ReadLut>();

/**
 * Fetches and reads the lookup tables of a project, and writes them as ffmpeg reads them.
 *
 * @throws JobFailure MEDIA_INVALID for a file that is not a lookup table, MEDIA_LIMIT_EXCEEDED for too many; see
 *   {@link MediaSession.acquireBytes}
 */
export async function readLuts(
  project: Project,
  media: MediaSession,
  ffmpeg: FfmpegService,
  { localSources, fetchAsset, signal, workDir }: PlanContext,
): Promise<ReadLuts> {
  const uses = firstUses(lutsOf(project).filter(({ intensity }) => intensity > 0));
  const { size } = ffmpeg.tools.abilities.transitions;
  const mostPoints = size > 0 ? MOST_POINTS.now : MOST_POINTS.before;
  const made = new Map<string, LutFile | null>();
  const files: StoredSource[] = [];
  const warnings: string[] = [];
  for (const [key, use] of uses) {
    const { src, pointer } = use;
    const options = { pointer, localSources, fetchAsset, signal, workDir };
    const bytes = await media.acquireBytes(src, { ...options, maxBytes: MAX_LUT_BYTES });
    const { table, ignored } = readRemembered(bytes, use, mostPoints);
    if (ignored.length > 0)
      warnings.push(
        `The lookup table at ${pointer} has unknown keywords, which are ignored: ${ignored.join(', ')}.`,
      );
    if (table?.isNear)
      warnings.push(
        `The lookup table at ${pointer} has a range, curves, or a size that a grid of ${mostPoints} points on each side is in the place of.`,
      );
    if (table !== null) files.push(await fileOf(table, workDir));
    const contentHash = files.at(-1)?.contentHash;
    made.set(key, table && { contentHash: contentHash!, dimensions: table.dimensions });
  }
  return { project: withLuts(project, (lut) => made.get(keyOf(lut)) ?? null), files, warnings };
}

/** The first use of each table with each intensity. */
function firstUses(uses: readonly LutUse[]): Map<string, LutUse> {
  const first = new Map<string, LutUse>();
  for (const use of uses) {
    const key = keyOf(use);
    if (!first.has(key)) first.set(key, use);
    if (first.size <= MOST_LUTS) continue;
    throw new JobFailure(
      'MEDIA_LIMIT_EXCEEDED',
      `The video has more than ${MOST_LUTS} lookup tables. A table with another intensity counts as another one.`,
      use.pointer,
    );
  }
  return first;
}

function keyOf({ src, intensity }: Pick<LutUse, 'src' | 'intensity'>): string {
  return `${intensity} ${addressKey(src)}`;
}

function readRemembered(bytes: Uint8Array, use: LutUse, mostPoints: number): ReadLut {
  const content = createHash('sha256').update(bytes).digest('hex');
  const key = `${content} ${use.intensity} ${mostPoints}`;
  const known = remembered.get(key) ?? read(bytes, use, mostPoints);
  remembered.delete(key);
  remembered.set(key, known);
  for (const oldest of [...remembered.keys()].slice(0, -MOST_REMEMBERED)) remembered.delete(oldest);
  return known;
}

/** @throws JobFailure MEDIA_INVALID */
function read(bytes: Uint8Array, { pointer, intensity }: LutUse, mostPoints: number): ReadLut {
  try {
    // Only titles and comments have other characters than those of ASCII.
    const lut = readCube(decoderOf(bytes).decode(bytes));
    return { table: lutTable(lut, intensity, mostPoints), ignored: lut.ignored };
  } catch (error) {
    if (!(error instanceof CubeError)) throw error;
    throw new JobFailure(
      'MEDIA_INVALID',
      `The source is not a usable lookup table: ${error.message}. Export it as a .cube file.`,
      pointer,
    );
  }
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}

async function fileOf({ text }: LutTable, workDir: string): Promise<StoredSource> {
  const contentHash = createHash('sha256').update(text).digest('hex');
  const path = join(workDir, `lut-${contentHash}.cube`);
  await writeAtomically(path, (part) => writeFile(part, text));
  return { contentHash, path, demuxer: '', convert: null, workDir };
}
