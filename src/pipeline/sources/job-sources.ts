import { JobBudget } from '../../core/budget/job-budget.js';
import { estimateSound } from '../../core/budget/estimate-timeline.js';
import type { Limits } from '../../core/budget/limits.js';
import type { Issue } from '../../core/fields/issues.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { noteTexts } from '../../core/project/note-texts.js';
import type { Project } from '../../core/project/types/index.js';
import type { SourceFacts } from '../../core/project/types/source-facts.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import type { FileCache } from '../../engine/files/file-cache.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import type { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import { type ProbedSource, probeSource } from '../../engine/media/probe/probe-source.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { MediaStore } from '../../engine/media/store/media-store.js';
import type { HtmlService } from '../../engine/html/html.service.js';
import type { SpeechService } from '../../engine/speech/speech.service.js';
import { type DrawnProject, PageDrawer } from '../pages/page-drawer.js';
import type { PlanContext } from '../types/render-context.js';
import { type SpeakContext, type SpokenProject, VoiceSpeaker } from '../voices/voice-speaker.js';
import { fetchTextFonts, type TextShaping } from './fetch-text-fonts.js';
import { type CaptionShaping, fetchCaptionFont } from './fetch-caption-font.js';
import { type CaptionContent, fetchCaptions } from './fetch-captions.js';
import { type FetchedSource, fetchMediaFiles, fetchSources } from './fetch-sources.js';
import { findFonts, type FontsFound } from './find-fonts.js';
import { type ReadLuts, readLuts } from './read-luts.js';

/** The dependencies of {@link JobSources}. */
export interface SourceTools {
  readonly media: MediaStore;
  readonly ffmpeg: FfmpegService;
  readonly fonts: FontCatalog;
  readonly shaper: HarfbuzzShaper;
  readonly maxDurationSeconds: number;
  readonly limits: Limits;
  readonly speech: SpeechService;
  readonly html: HtmlService;
  /** Files of the font mirror. */
  readonly fontCache: FileCache;
}

/** Everything that a video config names by address. */
export interface FetchedFiles {
  readonly sources: readonly FetchedSource[];
  /** Null without captions. */
  readonly captions: CaptionContent | null;
  /** Null without captions. */
  readonly shaping: CaptionShaping | null;
  readonly texts: TextShaping;
}

/** A config that knows its sources. */
export interface KnownProject {
  readonly project: Project;
  /** What its author is told about it now, and was not told before. */
  readonly warnings: readonly string[];
}

/**
 * The sources of one job. Each source is fetched and probed once, even if the job renders the video in several
 * aspect ratios.
 */
export class JobSources {
  private readonly probed = new Map<string, ProbedSource>();
  private readonly shapings: Pick<CaptionShaping, 'close'>[] = [];
  private readonly speaker: VoiceSpeaker;
  private readonly drawer: PageDrawer;
  /** What the job may still do. */
  readonly budget: JobBudget;

  constructor(
    private readonly session: MediaSession,
    private readonly tools: SourceTools,
  ) {
    this.budget = new JobBudget(tools.limits);
    this.speaker = new VoiceSpeaker(tools, session);
    this.drawer = new PageDrawer(tools.html, session);
  }

  /** Warnings for the author about fetching. */
  get warnings(): readonly string[] {
    return this.session.warnings;
  }

  /** Lets the voices of a config speak, so that it only has elements with a source. */
  speak(project: Project, context: SpeakContext): Promise<SpokenProject> {
    return this.speaker.speak(project, context);
  }

  /** Lets the browser draw the pages of a config, so that it only has elements with a source. */
  draw(project: Project, context: PlanContext): Promise<DrawnProject> {
    return this.drawer.draw(project, context);
  }

  /** Looks for the fonts that a config names and that are not installed. */
  findFonts(project: Project, context: PlanContext): Promise<FontsFound> {
    const { fonts, fontCache: cache } = this.tools;
    return findFonts(project, { fonts, cache, session: this.session }, context);
  }

  async fetch(project: Project, context: PlanContext): Promise<FetchedFiles> {
    const { session, tools } = this;
    const sources = await fetchSources(project, session, context);
    const captions = await fetchCaptions(project, session, context);
    const shaping = await fetchCaptionFont(project, session, tools, context);
    if (shaping) this.shapings.push(shaping);
    const texts = await fetchTextFonts(project, session, tools, context);
    this.shapings.push(texts);
    return { sources, captions, shaping, texts };
  }

  /** Reads the lookup tables of a config, after they are fetched. */
  readLuts(project: Project, context: PlanContext): Promise<ReadLuts> {
    return readLuts(project, this.session, this.tools.ffmpeg, context);
  }

  /**
   * Reads a config again that depends on its sources, such as on their sizes. Others stay as they are.
   *
   * @throws JobFailure for sources that cannot be fetched or read, and if the config is too much with them
   */
  async know(project: Project, context: PlanContext): Promise<KnownProject> {
    const { withSources } = project;
    if (withSources === null) return { project, warnings: [] };
    const files = await fetchMediaFiles(project, this.session, context);
    const sources = await this.probe(files, { ...context, onProgress: () => {} });
    const facts = new Map(
      [...sources.values()].map((source, index) => [files[index]!.src, factsOf(source)]),
    );
    const read = withSources(facts);
    if (!read.ok) {
      const [{ pointer, message }] = read.issues as [Issue];
      throw new JobFailure('RENDER_FAILED', message, pointer);
    }
    const said = new Set(noteTexts(project));
    return {
      project: read.project,
      warnings: noteTexts(read.project).filter((text) => !said.has(text)),
    };
  }

  /** Returns the probed sources by key, in the same order. */
  async probe(
    sources: readonly FetchedSource[],
    { signal, onProgress }: PlanContext,
  ): Promise<ReadonlyMap<string, ProbedSource>> {
    const bySourceKey = new Map<string, ProbedSource>();
    for (const [index, fetched] of sources.entries()) {
      const { key } = fetched;
      const probed = this.probed.get(key) ?? (await this.probeOne(fetched, signal));
      this.probed.set(key, probed);
      bySourceKey.set(key, probed);
      onProgress('probe', (index + 1) / sources.length);
    }
    return bySourceKey;
  }

  /** The length that a file tells is checked before its sound is decoded, and the real one afterwards. */
  private async probeOne(
    { source, pointer, hasSpeech: withSpeech }: FetchedSource,
    signal: AbortSignal,
  ): Promise<ProbedSource> {
    const beforeDecoding = (seconds: number) =>
      this.budget.foresee('sourceSeconds', seconds, pointer);
    const request = { pointer, signal, withSpeech, beforeDecoding };
    const probed = await probeSource(source, this.tools, request);
    this.budget.spendAll(estimateSound([{ pointer, samples: probed.probe.audioSamples ?? 0 }]));
    return probed;
  }

  close(): void {
    for (const { close } of this.shapings.splice(0)) close();
    this.session.close();
  }
}

function factsOf({ probe, frameRate }: ProbedSource): SourceFacts {
  const { width, height, videoDurationUs, audioSamples, kind } = probe;
  const isVideo = kind === 'video' || kind === 'audio';
  const pictures = videoDurationUs === null ? null : videoDurationUs / 1e6;
  const sound = audioSamples === null ? null : audioSamples / SAMPLE_RATE;
  return {
    ...{ width, height, frameRate },
    seconds: isVideo ? (pictures ?? sound) : null,
    hasSound: audioSamples !== null,
  };
}
