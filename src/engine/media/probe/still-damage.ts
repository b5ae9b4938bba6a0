import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Complaints, countComplaints } from '../../ffmpeg/complaints.js';
import { safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';

/** Messages of the JPEG decoder when it cannot continue. */
const DECODER_STOPPED = /overread|error y=n|error dc|error count/;
const ROWS = 100;
const COLUMNS = 16;
const TIMEOUT_MS = 5 * 60_000;

/**
 * Describes, as a clause, which part of a still picture could not be decoded. Null if all of it was. After a
 * failure, the JPEG decoder leaves the rest of its memory as it was: zeros, which no picture has in all three
 * planes.
 */
export async function describeStillDamage(
  source: StoredSource,
  complaints: Complaints,
  engines: MediaEngines,
  signal: AbortSignal,
): Promise<string | null> {
  if (source.demuxer !== 'jpeg_pipe' || countComplaints(complaints, DECODER_STOPPED) === 0)
    return null;
  const rows = await rowsLost(source, engines, signal);
  return rows > 0
    ? `the lower ${rows} % of the picture cannot be decoded`
    : 'a part of the picture cannot be decoded';
}

/** The lost share of the rows, in percent. */
async function rowsLost(
  source: StoredSource,
  { ffmpeg, media }: MediaEngines,
  signal: AbortSignal,
): Promise<number> {
  const scale = `scale=${COLUMNS}:${ROWS}:flags=area:in_range=full:out_range=full`;
  const path = await media.derived(source, 'rows.yuv', (part) =>
    ffmpeg.run({
      inputs: [{ path: source.path, options: safeInputOptions(source.demuxer) }],
      filtergraph: `[0:v]${scale},format=yuv444p[v]`,
      outputOptions: ['-map', '[v]', '-frames:v', '1', '-f', 'rawvideo'],
      output: part,
      cwd: dirname(part),
      signal,
      timeoutMs: TIMEOUT_MS,
    }),
  );
  const planes = await readFile(path);
  let lost = 0;
  while (lost < ROWS && isEmpty(planes, ROWS - 1 - lost)) lost++;
  return lost;
}

function isEmpty(planes: Buffer, row: number): boolean {
  return [0, 1, 2].every((plane) => {
    const from = (plane * ROWS + row) * COLUMNS;
    return planes.subarray(from, from + COLUMNS).every((value) => value === 0);
  });
}
