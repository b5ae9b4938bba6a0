import { link, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Writable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  layerGraph,
  type PictureGraph,
  segmentGraph,
} from '../../../core/render/filters/filtergraph.js';
import type { FrameRate } from '../../../core/project/types/index.js';
import type { Segment } from '../../../core/render/segment/types.js';
import { args } from '../../../core/util/args.js';
import { frameMode } from '../../ffmpeg/abilities.js';
import type { FfmpegInput } from '../../ffmpeg/build-args.js';
import type { ComplaintLog } from '../../ffmpeg/complaints.js';
import { FfmpegService, type FfmpegRun, type GpuAccess } from '../../ffmpeg/ffmpeg.service.js';
import type { Feed } from '../../ffmpeg/run-process.js';
import { FontCatalog } from '../../fonts/font-catalog.js';
import type { StoredSource } from '../../media/formats/stored-source.js';
import { type PictureSource, ProcessPictures } from '../../views/picture-source.js';
import { VIEW_ENGINE, type ViewEngine } from '../../views/view-engine.js';
import type { ViewPictures } from '../../views/view-pictures.js';
import type { PreparedStream } from '../../views/view-sampler.js';
import { writeGraphFiles } from './graph-files.js';
import { rasterInput, type SampledInput, sourceInput, streamInput } from './graph-inputs.js';
import { requireBounds } from './segment-bounds.js';

const SEGMENT_TIMEOUT_MS = 3 * 3600_000;
/** The first pipe after standard input, output, and error. */
const FIRST_PIPE = 3;

/** Where the pictures of a graph come from, and what ends its run. */
interface GraphRun {
  readonly sourceOf: (contentHash: string) => StoredSource;
  /** The pictures of the whole render. */
  readonly pictures: ViewPictures;
  readonly signal: AbortSignal;
  /** Collects messages of ffmpeg. */
  readonly complaints?: ComplaintLog;
}

/** An output of a graph, and the file to which it is written. */
export interface GraphOutput {
  readonly label: string;
  readonly options: readonly string[];
  readonly file: string;
}

/** How the filters of a segment run, and what happens to their frames. */
export interface FilterRun extends GraphRun {
  /** Folder that the run creates. The output is written to it. */
  readonly folder: string;
  /** Files that the run finds in its folder. */
  readonly files?: readonly string[];
  /** Threads of the encoder; default 1. */
  readonly threads?: number;
  /** What makes the pictures; default: that of the whole segment. */
  readonly graph?: PictureGraph;
  /** Options of the output, one argument each. */
  readonly outputOptions: readonly string[];
  readonly output: string;
  /** Outputs of the graph beside `[v]`. */
  readonly others?: readonly GraphOutput[];
  /** Filters after those of the segment, or null. */
  readonly lastFilters?: string | null;
  /** Null or undefined if the output needs no GPU. */
  readonly gpu?: GpuAccess | null;
  /** Called with the number of pictures that are finished. */
  readonly onPicture?: (picture: number) => void;
}

/** A graph whose files are written, and the streams that it reads from pipes, in order. */
interface PreparedGraph {
  readonly folder: string;
  readonly inputs: readonly FfmpegInput[];
  readonly filtergraph: string;
  readonly fps: FrameRate;
  readonly streams: readonly PreparedInput[];
}

/** A stream with its pictures, or with what makes them while they are needed. */
interface PreparedInput {
  readonly stream: PreparedStream;
  /** Null if all pictures are there. */
  readonly graph: PreparedGraph | null;
}

/** A stream while it is sampled: where its pictures come from, and where its frames go. */
interface Flow {
  readonly stream: PreparedStream;
  readonly source: ProcessPictures | null;
  readonly sink: Writable | Promise<Writable>;
}

/** Runs the filtergraphs of segments in ffmpeg, with the frames of what moves as inputs. */
@Injectable()
export class SegmentFilters {
  constructor(
    private readonly ffmpeg: FfmpegService,
    @Inject(VIEW_ENGINE) private readonly views: ViewEngine,
    private readonly fonts: FontCatalog,
  ) {}

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED if more shows or moves at the same time than a machine can take */
  async run(segment: Segment, run: FilterRun): Promise<void> {
    const { graph = segmentGraph(segment), others = [] } = run;
    requireBounds(segment, graph);
    await mkdir(run.folder);
    for (const file of run.files ?? []) await link(file, join(run.folder, basename(file)));
    const prepared = await this.prepare(graph, run.folder, run);
    const { filtergraph } = prepared;
    const { lastFilters = null } = run;
    const first = {
      label: lastFilters === null ? 'v' : 'last',
      options: run.outputOptions,
      file: run.output,
    };
    const outputs = [first, ...others];
    await this.ffmpeg.run({
      ...this.runOf(prepared, run),
      filtergraph: lastFilters === null ? filtergraph : `${filtergraph};[v]${lastFilters}[last]`,
      outputOptions: outputs.flatMap(({ label, options, file }, index) => [
        ...['-map', `[${label}]`, ...this.frameByFrame(), ...options],
        ...(index + 1 < outputs.length ? [file] : []),
      ]),
      gpu: run.gpu ?? null,
      output: outputs.at(-1)!.file,
      threads: run.threads,
      ...this.feedOf(prepared, run),
      onFrame: run.onPicture,
    });
  }

  private runOf({ folder, inputs }: PreparedGraph, { signal, complaints }: GraphRun) {
    return {
      inputs,
      cwd: folder,
      // A link in the folder leads to it.
      reads: [this.fonts.rasterizerFont],
      signal,
      timeoutMs: SEGMENT_TIMEOUT_MS,
      complaints,
    } satisfies Partial<FfmpegRun>;
  }

  /**
   * Without this option, builds before `xfade` (4.3) ignore the rate of a filtergraph, and give the first
   * frame the duration from its source. If that is twice a frame of the video, the frame appears twice. Newer
   * builds refuse the option together with a rate.
   */
  private frameByFrame(): string[] {
    const { abilities } = this.ffmpeg.tools;
    return abilities.transitions.size > 0 ? [] : frameMode(abilities, 'vfr');
  }

  /** Writes the files of a graph and of all graphs whose pictures move in it. */
  private async prepare(
    graph: PictureGraph,
    folder: string,
    run: GraphRun,
  ): Promise<PreparedGraph> {
    const { fps, filtergraph } = graph;
    await writeGraphFiles(graph, folder, this.fonts.rasterizerFont, run.sourceOf);
    const sampled: SampledInput[] = [];
    const inputs = await Promise.all(
      graph.inputs.map(async (input, index) => {
        if (input.kind === 'source') {
          return sourceInput(input.layer, run.sourceOf(input.layer.contentHash));
        }
        if (input.kind === 'views' || input.kind === 'motion') {
          return streamInput(input, FIRST_PIPE + sampled.push(input) - 1, fps);
        }
        const path = join(folder, `raster${index}`);
        await run.pictures.rasters.link(input.picture, path);
        return rasterInput(input.picture, path);
      }),
    );
    const streams = await Promise.all(
      sampled.map((input, index) =>
        this.prepareStream(input, fps, { ...run, folder: join(folder, `stream${index}`) }),
      ),
    );
    return { folder, inputs, filtergraph, fps, streams };
  }

  private async prepareStream(
    input: SampledInput,
    fps: FrameRate,
    { folder, ...run }: GraphRun & { readonly folder: string },
  ): Promise<PreparedInput> {
    const { pictures } = run;
    if (input.kind === 'views') {
      const { stream } = input;
      const paths = await Promise.all(stream.views.map(({ picture }) => pictures.get(picture)));
      return { stream: { kind: 'views', stream, paths }, graph: null };
    }
    const { stream } = input;
    const graph = layerGraph(input, fps);
    if (stream.plays) {
      await mkdir(folder);
      const prepared = await this.prepare(graph, folder, run);
      return { stream: { kind: 'motion', stream, path: null }, graph: prepared };
    }
    const path = await pictures.once({ graph }, (own, file) => this.draw(graph, own, file, run));
    return { stream: { kind: 'motion', stream, path }, graph: null };
  }

  /** Writes the planes of a picture that moves. */
  private async draw(
    graph: PictureGraph,
    folder: string,
    path: string,
    run: GraphRun,
  ): Promise<void> {
    const prepared = await this.prepare(graph, folder, run);
    await this.ffmpeg.run({
      ...this.runOf(prepared, run),
      filtergraph: prepared.filtergraph,
      outputOptions: ['-map', '[v]', '-frames:v', '1', '-f', 'rawvideo'],
      output: 'picture',
      ...this.feedOf(prepared, run),
    });
    await rename(join(folder, 'picture'), path);
  }

  private feedOf(graph: PreparedGraph, run: GraphRun): { readonly feed?: Feed } {
    const { streams } = graph;
    if (streams.length === 0) return {};
    const write = async (pipes: readonly Writable[], signal: AbortSignal) => {
      const stop = new AbortController();
      const until = AbortSignal.any([signal, stop.signal, run.signal]);
      const flows = this.start(graph, pipes, { ...run, signal: until });
      const sources = flows.map(({ source }): PictureSource | null => source);
      try {
        await this.views.write(
          flows.map(({ stream }) => stream),
          flows.map(({ sink }) => sink),
          until,
          sources,
        );
      } finally {
        for (const { source } of flows) source?.close();
        stop.abort();
        await Promise.allSettled(flows.flatMap(({ source }) => source?.ended ?? []));
      }
    };
    return { feed: { pipes: streams.length, write } };
  }

  /** Starts what makes the pictures of streams, at every depth. One sampler makes the frames of all of them. */
  private start(
    { streams }: PreparedGraph,
    sinks: readonly (Writable | Promise<Writable>)[],
    run: GraphRun,
  ): Flow[] {
    return streams.flatMap(({ stream, graph }, index): Flow[] => {
      const sink = sinks[index]!;
      if (graph === null) return [{ stream, source: null, sink }];
      const { source, pipes } = this.play(graph, stream.stream.count, run);
      const inner = graph.streams.map(async (_, at) => (await pipes)[at]!);
      for (const one of inner) one.catch(() => {});
      return [{ stream, source, sink }, ...this.start(graph, inner, run)];
    });
  }

  /** Makes the pictures of a video or a group that moves, one after another. Its own streams come through pipes. */
  private play(graph: PreparedGraph, count: number, run: GraphRun) {
    const pipeCount = graph.streams.length;
    let open: (pipes: readonly Writable[]) => void = () => {};
    const opened = new Promise<readonly Writable[]>((resolve) => (open = resolve));
    const feed: Feed = { pipes: pipeCount, write: async (pipes) => open(pipes) };
    const source = new ProcessPictures((take) =>
      this.ffmpeg.stream(
        {
          ...this.runOf(graph, run),
          filtergraph: graph.filtergraph,
          outputOptions: args(
            ['-map', '[v]', ...this.frameByFrame()],
            // Since 6.1, `setpts` hides the rate of its frames, and the encoder would drop those beyond 25 a second.
            ['-r', `${graph.fps.num}/${graph.fps.den}`],
            ['-frames:v', String(count), '-f', 'rawvideo'],
          ),
          output: `pipe:${FIRST_PIPE + pipeCount}`,
          ...(pipeCount > 0 ? { feed } : {}),
        },
        take,
      ),
    );
    const failed = source.ended.then(() => {
      throw new Error('a process ended before it read its inputs');
    });
    const pipes = Promise.race([opened, failed]);
    pipes.catch(() => {});
    return { source, pipes };
  }
}
