import { JobBudget } from '../../core/budget/job-budget.js';
import { estimateSound } from '../../core/budget/estimate-timeline.js';
import type { Limits } from '../../core/budget/limits.js';
import type { Project } from '../../core/project/types/index.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import type { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import { type ProbedSource, probeSource } from '../../engine/media/probe/probe-source.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { MediaStore } from '../../engine/media/store/media-store.js';
import type { PlanContext } from '../types/render-context.js';
import { type CaptionShaping, fetchCaptionFont } from './fetch-caption-font.js';
import { type CaptionContent, fetchCaptions } from './fetch-captions.js';
import { type FetchedSource, fetchSources } from './fetch-sources.js';

/** What {@link JobSources} works with. */
export interface SourceTools {
  readonly media: MediaStore;
  readonly ffmpeg: FfmpegService;
  readonly fonts: FontCatalog;
  readonly shaper: HarfbuzzShaper;
  readonly maxDurationSeconds: number;
  readonly limits: Limits;
}

/** Everything that a video config names by address. */
export interface FetchedFiles {
  readonly sources: readonly FetchedSource[];
  /** Null without captions. */
  readonly captions: CaptionContent | null;
  /** Null without captions. */
  readonly shaping: CaptionShaping | null;
}

/**
 * The sources of one job. Each is fetched and probed once, however many videos the job makes of it: a job
 * may render the same video in several shapes.
 */
export class JobSources {
  private readonly probed = new Map<string, ProbedSource>();
  /** What the job may still do. */
  readonly budget: JobBudget;

  constructor(
    private readonly session: MediaSession,
    private readonly tools: SourceTools,
  ) {
    this.budget = new JobBudget(tools.limits);
  }

  /** For the author: how sources were fetched. */
  get warnings(): readonly string[] {
    return this.session.warnings;
  }

  async fetch(project: Project, context: PlanContext): Promise<FetchedFiles> {
    const { session, tools } = this;
    return {
      sources: await fetchSources(project, session, context),
      captions: await fetchCaptions(project, session, context),
      shaping: await fetchCaptionFont(project, session, tools, context),
    };
  }

  /** The sources by their keys, in the order given. */
  async probe(
    sources: readonly FetchedSource[],
    { signal, onProgress }: PlanContext,
  ): Promise<ReadonlyMap<string, ProbedSource>> {
    const found = new Map<string, ProbedSource>();
    for (const [index, { key, source, pointer }] of sources.entries()) {
      const probed = this.probed.get(key) ?? (await this.probeOne(source, { pointer, signal }));
      this.probed.set(key, probed);
      found.set(key, probed);
      onProgress('probe', (index + 1) / sources.length);
    }
    return found;
  }

  /** The length that a file tells is checked before its sound is decoded, and the real one afterwards. */
  private async probeOne(
    source: FetchedSource['source'],
    { pointer, signal }: { readonly pointer: string; readonly signal: AbortSignal },
  ): Promise<ProbedSource> {
    const beforeDecoding = (seconds: number) =>
      this.budget.foresee('sourceSeconds', seconds, pointer);
    const probed = await probeSource(source, this.tools, { pointer, signal, beforeDecoding });
    this.budget.spendAll(estimateSound([{ pointer, samples: probed.probe.audioSamples ?? 0 }]));
    return probed;
  }

  close(): void {
    this.session.close();
  }
}
