/**
 * Runs the filters of segments one after another, in a separate process, so that their cost can be
 * measured.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Segment } from '../../src/core/render/segment/types.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import type { StoredSource } from '../../src/engine/media/formats/stored-source.js';
import { SegmentFilters } from '../../src/engine/render/segments/segment-filters.js';
import { createViewEngine } from '../../src/engine/views/view-engine.js';
import { ViewPictures } from '../../src/engine/views/view-pictures.js';

export interface FilterJob {
  readonly segments: readonly Segment[];
  readonly sources: readonly StoredSource[];
  /** Contains a subfolder for the output of each segment. */
  readonly folder: string;
  readonly output: string;
  /** Output options for each segment. */
  readonly options: readonly (readonly string[])[];
}

const job = JSON.parse(await readFile(process.argv[2]!, 'utf8')) as FilterJob;
const { signal } = new AbortController();
const ffmpeg = new FfmpegService(
  await locateFfmpeg({
    path: null,
    probePath: null,
    allowBundled: true,
    production: false,
    confinement: 'off',
    searchPath: process.env['PATH'] ?? '',
  }),
  1,
);
const sources = new Map(job.sources.map((source) => [source.contentHash, source]));
const sourceOf = (contentHash: string) => sources.get(contentHash)!;
const views = createViewEngine(1);
const filters = new SegmentFilters(ffmpeg, views, await FontCatalog.load());
const pictures = new ViewPictures(join(job.folder, 'pictures'), sourceOf, ffmpeg, signal);
for (const [index, segment] of job.segments.entries()) {
  await filters.run(segment, {
    folder: join(job.folder, `segment-${index}`),
    sourceOf,
    pictures,
    signal,
    outputOptions: ['-r', `${segment.fps.num}/${segment.fps.den}`, ...job.options[index]!],
    output: job.output,
  });
}
await views.close();
