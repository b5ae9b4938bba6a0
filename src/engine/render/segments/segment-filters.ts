import { args } from '../../../core/util/args.js';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FrameRate } from '../../../core/project/types/index.js';
import {
  CAPTIONS_FILE,
  drawingFile,
  FONTS_FOLDER,
  segmentFiltergraph,
} from '../../../core/render/filters/filtergraph.js';
import { JobFailure } from '../../../core/job/job-failure.js';
import { type SegmentInput, segmentInputs } from '../../../core/render/segment/segment-inputs.js';
import {
  canvasesOf,
  segmentDrawings,
  segmentLayers,
} from '../../../core/render/segment/segment-layers.js';
import type { Segment } from '../../../core/render/segment/types.js';
import type { FfmpegInput } from '../../ffmpeg/build-args.js';
import type { ComplaintLog } from '../../ffmpeg/complaints.js';
import { FfmpegService, type GpuAccess } from '../../ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../fonts/font-catalog.js';
import type { Feed } from '../../ffmpeg/run-process.js';
import type { StoredSource } from '../../media/formats/stored-source.js';
import { writeLookupTables } from '../../media/formats/source-inputs.js';
import { layerRun, rasterInput, sourceInput } from '../../views/layer-run.js';
import { ProcessPictures } from '../../views/picture-source.js';
import { type PreparedStream, SLOTS } from '../../views/view-sampler.js';
import { VIEW_ENGINE, type ViewEngine } from '../../views/view-engine.js';
import type { ViewPictures } from '../../views/view-pictures.js';

const SEGMENT_TIMEOUT_MS = 3 * 3600_000;
/** The first pipe after standard input, output, and error. */
const FIRST_PIPE = 3;

/** How the filters of a segment run, and what happens to their frames. */
export interface FilterRun {
  /** Folder that the run creates. The output is written to it. */
  readonly folder: string;
  readonly sourceOf: (contentHash: string) => StoredSource;
  /** The pictures of the whole render. */
  readonly pictures: ViewPictures;
  readonly signal: AbortSignal;
  /** Threads of the encoder; default 1. */
  readonly threads?: number;
  /** Options of the output, one argument each. */
  readonly outputOptions: readonly string[];
  readonly output: string;
  /** Filters after those of the segment, or null. */
  readonly lastFilters?: string | null;
  /** Null or undefined if the output needs no GPU. */
  readonly gpu?: GpuAccess | null;
  /** Called with the number of pictures that are finished. */
  readonly onPicture?: (picture: number) => void;
  /** Collects messages of ffmpeg. */
  readonly complaints?: ComplaintLog;
}

/** Runs the filtergraphs of segments in ffmpeg, with the frames of moving views as inputs. */
@Injectable()
export class SegmentFilters {
  constructor(
    private readonly ffmpeg: FfmpegService,
    @Inject(VIEW_ENGINE) private readonly views: ViewEngine,
    private readonly fonts: FontCatalog,
  ) {}

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED if more shows at the same time than ffmpeg reads */
  async run(segment: Segment, run: FilterRun): Promise<void> {
    requireFewInputs(segment);
    requireSampledMemory(segment);
    await mkdir(run.folder);
    await linkFont(this.fonts.rasterizerFont, run.folder);
    await writeDrawings(segment, run.folder);
    await writeLookupTables(
      segmentLayers(segment).map(({ traits }) => traits),
      run.folder,
    );
    const streams: SampledInput[] = [];
    const inputs = await Promise.all(
      segmentInputs(segment).map(async (input, index) => {
        if (input.kind === 'source') {
          return sourceInput(input.layer, run.sourceOf(input.layer.contentHash));
        }
        return input.kind === 'views' || input.kind === 'motion'
          ? streamInput(input, FIRST_PIPE + streams.push(input) - 1, segment)
          : rasterInput(input.picture, join(run.folder, `raster${index}`));
      }),
    );
    const { lastFilters = null } = run;
    const graph = segmentFiltergraph(segment);
    await this.ffmpeg.run({
      inputs,
      filtergraph: lastFilters === null ? graph : `${graph};[v]${lastFilters}[last]`,
      outputOptions: args(
        ['-map', lastFilters === null ? '[v]' : '[last]'],
        [...this.frameByFrame(), ...run.outputOptions],
      ),
      gpu: run.gpu ?? null,
      output: run.output,
      cwd: run.folder,
      // A link in the folder leads to it.
      reads: [this.fonts.rasterizerFont],
      signal: run.signal,
      timeoutMs: SEGMENT_TIMEOUT_MS,
      threads: run.threads,
      ...(streams.length > 0 ? { feed: await this.feed(streams, segment, run) } : {}),
      onFrame: run.onPicture,
      complaints: run.complaints,
    });
  }

  /**
   * Without this option, builds before `xfade` (4.3) ignore the rate of a filtergraph, and give the first
   * frame the duration from its source. If that is twice a frame of the video, the frame appears twice. Newer
   * builds refuse the option together with a rate.
   */
  private frameByFrame(): string[] {
    return this.ffmpeg.tools.abilities.transitions.size > 0 ? [] : ['-vsync', 'vfr'];
  }

  private async feed(
    inputs: readonly SampledInput[],
    { fps }: Segment,
    { pictures, ...run }: FilterRun,
  ): Promise<Feed> {
    const prepared = await Promise.all(
      inputs.map(async (input): Promise<PreparedStream> => {
        if (input.kind === 'motion') {
          const { layer, stream } = input;
          const path = stream.plays ? null : await pictures.ofLayer(layer, stream, fps);
          return { kind: 'motion', stream, path };
        }
        const { stream } = input;
        const paths = await Promise.all(stream.views.map(({ picture }) => pictures.get(picture)));
        return { kind: 'views', stream, paths };
      }),
    );
    return {
      pipes: inputs.length,
      write: async (pipes, signal) => {
        const stop = new AbortController();
        const until = AbortSignal.any([signal, stop.signal, run.signal]);
        const sources = inputs.map((input, index) =>
          input.kind === 'motion' && input.stream.plays
            ? this.play(input, { ...run, fps, name: `motion${index}`, signal: until })
            : null,
        );
        try {
          await this.views.write(prepared, pipes, until, sources);
        } finally {
          for (const source of sources) source?.close();
          stop.abort();
          await Promise.allSettled(sources.flatMap((source) => source?.ended ?? []));
        }
      },
    };
  }

  /** Decodes the pictures of a video that moves. */
  private play(
    { layer, stream }: MotionInput,
    run: Pick<FilterRun, 'folder' | 'sourceOf' | 'signal' | 'complaints'> & {
      readonly fps: FrameRate;
      readonly name: string;
    },
  ): ProcessPictures {
    return new ProcessPictures(async (take) => {
      const made = await layerRun(layer, stream, run);
      await this.ffmpeg.stream(
        {
          ...made,
          outputOptions: args(
            ['-map', '[v]', ...this.frameByFrame()],
            // Since 6.1, `setpts` hides the rate of its frames, and the encoder would drop those beyond 25 a second.
            ['-r', `${run.fps.num}/${run.fps.den}`],
            ['-frames:v', String(stream.count), '-f', 'rawvideo'],
          ),
          output: 'pipe:3',
          cwd: run.folder,
          signal: run.signal,
          timeoutMs: SEGMENT_TIMEOUT_MS,
          complaints: run.complaints,
        },
        take,
      );
    });
  }
}

type SampledInput = Extract<SegmentInput, { readonly kind: 'views' | 'motion' }>;
type MotionInput = Extract<SegmentInput, { readonly kind: 'motion' }>;

/** With 420 inputs, ffmpeg 5.1 writes nothing and reports no error. */
const MOST_INPUTS = 330;

function requireFewInputs(segment: Segment): void {
  const canvases = segmentLayers(segment).flatMap(canvasesOf);
  const count = segmentInputs(segment).length + canvases.length;
  if (count <= MOST_INPUTS) return;
  const message = `At most ${MOST_INPUTS} pictures, videos, shapes, and groups can show at the same time, but a part of the video has ${count}. Show fewer.`;
  throw new JobFailure('MEDIA_LIMIT_EXCEEDED', message);
}

/** Two segments at a time, with their pictures and frames, leave room for the rest of a process in 4 GiB. */
const MOST_SAMPLED_BYTES = 1 << 30;

/** Bytes of a pixel of a picture: its planes, and a pyramid. */
const PICTURE_BYTES = 9;
/** Bytes of a pixel of a frame, as often as the sampler makes frames ahead. */
const FRAME_BYTES = 2.5 * SLOTS;

function requireSampledMemory(segment: Segment): void {
  const bytes = segmentInputs(segment).reduce((sum, input) => {
    if (input.kind !== 'motion') return sum;
    const { picture, path } = input.stream;
    const frame = path.area.width * path.area.height;
    return sum + picture.width * picture.height * PICTURE_BYTES + frame * FRAME_BYTES;
  }, 0);
  if (bytes <= MOST_SAMPLED_BYTES) return;
  const [needed, most] = [bytes, MOST_SAMPLED_BYTES].map((size) => Math.ceil(size / 2 ** 20));
  const message = `Pictures that move at the same time can take at most ${most} MiB of memory, but a part of the video takes ${needed} MiB. Move fewer or smaller ones.`;
  throw new JobFailure('MEDIA_LIMIT_EXCEEDED', message);
}

/**
 * Links the font into the fonts folder that filtergraphs name. The folder contains nothing else, because
 * every drawing filter reads all of it.
 */
export async function linkFont(font: string, folder: string): Promise<void> {
  const fonts = join(folder, FONTS_FOLDER);
  await mkdir(fonts);
  await symlink(font, join(fonts, basename(font)));
}

/** Writes the drawings of a segment, with the names that its filtergraph uses. */
async function writeDrawings(segment: Segment, folder: string): Promise<void> {
  if (segment.captions !== null) await writeFile(join(folder, CAPTIONS_FILE), segment.captions);
  for (const [index, { document }] of segmentDrawings(segment).entries()) {
    await writeFile(join(folder, drawingFile(index)), document);
  }
}

/** The input with the frames of a stream. */
function streamInput(input: SampledInput, pipe: number, { fps }: Segment): FfmpegInput {
  const { width, height, alpha } =
    input.kind === 'views' ? input.stream : { ...input.stream.path.area, alpha: true };
  const options = args(
    ['-f', 'rawvideo', '-pixel_format', alpha ? 'yuva420p' : 'yuv420p'],
    ['-video_size', `${width}x${height}`, '-framerate', `${fps.num}/${fps.den}`],
    // Since 7.0, filters convert what has no color space as if it was that of standard definition.
    ['-colorspace', 'bt709', '-color_range', 'tv'],
  );
  return { path: `pipe:${pipe}`, options };
}
