import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { sameBytes } from '../../core/h264/access-units.js';
import { parsePps, parseSps } from '../../core/h264/parameter-sets.js';
import { movieBox, mp4Head, type TrackSample } from '../../core/mp4/video-track.js';
import type { RenderPlan } from '../../core/render/types.js';
import { readSegmentFile, type SegmentHeader } from './segment-file.js';

/**
 * Joins segments to one MP4 file with a single H.264 track, sample by sample: nothing is encoded,
 * and every frame has the time its number says.
 *
 * @throws Error when a segment is damaged or was encoded with other parameter sets of the same id
 */
export async function writeVideoTrack(
  { width, height, fps }: Pick<RenderPlan, 'width' | 'height' | 'fps'>,
  segmentPaths: readonly string[],
  output: string,
): Promise<void> {
  const samples: TrackSample[] = [];
  const sps: Uint8Array[] = [];
  const pps: Uint8Array[] = [];
  const segments: { path: string; header: SegmentHeader }[] = [];
  for (const path of segmentPaths) {
    const header = await readSegmentFile(path, { verify: false });
    if (header === null) throw new Error('a segment is damaged');
    const first = samples.length;
    for (const sample of header.samples) {
      samples.push({ ...sample, frame: first + sample.frame });
    }
    addSet(sps, header.sps, (set) => parseSps(set).id);
    addSet(pps, header.pps, (set) => parsePps(set).id);
    segments.push({ path, header });
  }
  const mediaBytes = segments.reduce((sum, { header }) => sum + header.payloadBytes, 0);
  const head = mp4Head(mediaBytes);
  const file = await open(output, 'wx');
  try {
    await file.write(head);
    for (const { path, header } of segments) {
      for await (const chunk of createReadStream(path, { start: header.payloadOffset })) {
        await file.write(chunk as Buffer);
      }
    }
    await file.write(movieBox({ width, height, fps, sps, pps, samples }, head.length));
  } finally {
    await file.close();
  }
}

/** Slices name their sets by id, so two different sets of one id cannot stand in one header. */
function addSet(sets: Uint8Array[], set: Uint8Array, idOf: (set: Uint8Array) => number): void {
  const known = sets.find((other) => idOf(other) === idOf(set));
  if (known === undefined) sets.push(set);
  else if (!sameBytes(known, set)) throw new Error('segments disagree about a parameter set');
}
