import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PICTURE_OPTIONS, pictureScale } from '../../core/render/encode/output-args.js';
import { frameAt, planFrame, smallerSize } from '../../core/render/plan/plan-parts.js';
import type { SegmentFilters } from '../../engine/render/segments/segment-filters.js';
import type { Still, StillOptions } from './preview-input.js';
import type { PreviewPlan } from './preview-plan.js';

/** Somebody waits: a tenth more bytes take a tenth less time. */
const FAST_WEBP = ['-compression_level', '1'];

interface StillRun {
  readonly filters: SegmentFilters;
  /** An existing folder for the files of the run. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Renders one frame of a video with the filters of the render, and nothing else. */
export async function renderStill(
  { planner, pictures, video: { timeline, sourceOf } }: PreviewPlan,
  { at, width, format }: StillOptions,
  { filters, folder, signal }: StillRun,
): Promise<Still> {
  const frame = frameAt(at, timeline);
  const { segment, picture } = planFrame(planner, frame);
  const size = smallerSize(timeline, width);
  const run = join(folder, `still-${randomUUID()}`);
  const output = `still.${format}`;
  try {
    await filters.run(segment, {
      folder: run,
      sourceOf,
      pictures,
      signal,
      outputOptions: [
        ...['-frames:v', '1', '-an', '-map_metadata', '-1'],
        ...PICTURE_OPTIONS[format],
        ...(format === 'webp' ? FAST_WEBP : []),
      ],
      output,
      lastFilters: `select=eq(n\\,${picture}),${pictureScale(format, size.width, size.height)}`,
    });
    return { bytes: await readFile(join(run, output)), frame, frames: timeline.totalFrames };
  } finally {
    await rm(run, { recursive: true, force: true });
  }
}
