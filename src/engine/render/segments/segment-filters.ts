import { args } from '../../../core/util/args.js';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { drawRaster, rasterFormat } from '../../../core/raster/draw-raster.js';
import type { RasterPicture } from '../../../core/raster/types.js';
import {
  CAPTIONS_FILE,
  drawingFile,
  FONTS_FOLDER,
  segmentFiltergraph,
} from '../../../core/render/filters/filtergraph.js';
import { JobFailure } from '../../../core/job/job-failure.js';
import { segmentInputs } from '../../../core/render/segment/segment-inputs.js';
import { segmentDrawings } from '../../../core/render/segment/segment-layers.js';
import { canvasesOf, segmentLayers } from '../../../core/render/segment/segment-layers.js';
import type { Layer, Segment } from '../../../core/render/segment/types.js';
import type { ViewStream } from '../../../core/render/segment/views.js';
import type { FfmpegInput } from '../../ffmpeg/build-args.js';
import type { ComplaintLog } from '../../ffmpeg/complaints.js';
import { FfmpegService, type GpuAccess } from '../../ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../fonts/font-catalog.js';
import type { Feed } from '../../ffmpeg/run-process.js';
import type { StoredSource } from '../../media/formats/stored-source.js';
import {
  pictureInputOptions,
  seekOptions,
  writeLookupTables,
} from '../../media/formats/source-inputs.js';
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
    await mkdir(run.folder);
    await linkFont(this.fonts.rasterizerFont, run.folder);
    await writeDrawings(segment, run.folder);
    await writeLookupTables(
      segmentLayers(segment).map(({ traits }) => traits),
      run.folder,
    );
    const streams: ViewStream[] = [];
    const inputs = await Promise.all(
      segmentInputs(segment).map(async (input, index) => {
        if (input.kind === 'source') {
          return sourceInput(input.layer, run.sourceOf(input.layer.contentHash));
        }
        return input.kind === 'views'
          ? viewsInput(input.stream, FIRST_PIPE + streams.push(input.stream) - 1, segment)
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
      ...(streams.length > 0 ? { feed: await this.feed(streams, run.pictures) } : {}),
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

  private async feed(streams: readonly ViewStream[], pictures: ViewPictures): Promise<Feed> {
    const prepared = await Promise.all(
      streams.map(async (stream) => ({
        stream,
        paths: await Promise.all(stream.views.map(({ picture }) => pictures.get(picture))),
      })),
    );
    return {
      pipes: streams.length,
      write: (pipes, signal) => this.views.write(prepared, pipes, signal),
    };
  }
}

/** With 420 inputs, ffmpeg 5.1 writes nothing and reports no error. */
const MOST_INPUTS = 330;

function requireFewInputs(segment: Segment): void {
  const canvases = segmentLayers(segment).flatMap(canvasesOf);
  const count = segmentInputs(segment).length + canvases.length;
  if (count <= MOST_INPUTS) return;
  const message = `At most ${MOST_INPUTS} pictures, videos, shapes, and groups can show at the same time, but a part of the video has ${count}. Show fewer.`;
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

function sourceInput(layer: Layer, source: StoredSource): FfmpegInput {
  const options = [
    ...(layer.seekUs > 0 ? seekOptions(layer.seekUs, source) : []),
    ...pictureInputOptions(source, layer.traits),
  ];
  return { path: source.path, options };
}

/** Draws a picture into a file, which becomes the input. */
async function rasterInput(picture: RasterPicture, path: string): Promise<FfmpegInput> {
  await writeFile(path, drawRaster(picture));
  const options = args(
    ['-f', 'rawvideo', '-pixel_format', rasterFormat(picture)],
    ['-video_size', `${picture.width}x${picture.height}`],
  );
  return { path, options };
}

function viewsInput(stream: ViewStream, pipe: number, { fps }: Segment): FfmpegInput {
  const { width, height, alpha } = stream;
  const options = args(
    ['-f', 'rawvideo', '-pixel_format', alpha ? 'yuva420p' : 'yuv420p'],
    ['-video_size', `${width}x${height}`, '-framerate', `${fps.num}/${fps.den}`],
  );
  return { path: `pipe:${pipe}`, options };
}
