import { Injectable } from '@nestjs/common';
import { estimateCaptions, estimateTimeline } from '../core/budget/estimate-timeline.js';
import type { JobBudget } from '../core/budget/job-budget.js';
import { shownCharacters } from '../core/captions/paging/prepare-words.js';
import { wordsByLook } from '../core/captions/paging/words-by-look.js';
import { MissingAbility, NEEDS } from '../core/job/missing-ability.js';
import type { Step } from '../core/job/steps.js';
import { elementsOf } from '../core/project/elements-of.js';
import type { CaptionSettings, Project, SubtitlesElement } from '../core/project/types/index.js';
import { qualitySettings } from '../core/render/encode/quality-settings.js';
import { buildPlan } from '../core/render/plan/build-plan.js';
import { CROSS_FADE, NO_CAPTIONS } from '../core/render/segment/types.js';
import { msOfSamples } from '../core/time/time.js';
import { buildTimeline } from '../core/timeline/build-timeline.js';
import type { Timeline } from '../core/timeline/types.js';
import type { WordTiming } from '../core/timing/types.js';
import { FfmpegService } from '../engine/ffmpeg/ffmpeg.service.js';
import type { ProbedSource } from '../engine/media/probe/probe-source.js';
import { MediaStore, type StoredSource } from '../engine/media/store/media-store.js';
import { SubtitleTimingService } from '../engine/subtitle-timing/subtitle-timing.service.js';
import { drawTextElements } from './captions/draw-text-elements.js';
import { layOutCaptions, type LaidOutCaptions } from './captions/lay-out-captions.js';
import { timeCaptions } from './captions/time-captions.js';
import { drawWaveforms } from './sound/draw-waveforms.js';
import { duckSounds } from './sound/duck-sounds.js';
import { measurePower } from './sound/measure-power.js';
import type { SpeechOf } from './sound/played-speech.js';
import { prepareSound, type SoundSources } from './sound/sound-sources.js';
import { checkDamage } from './sources/check-damage.js';
import type { FetchedFiles, JobSources } from './sources/job-sources.js';
import { SourcesService } from './sources/sources.service.js';
import type { PlannedVideo } from './types/planned-video.js';
import type { SpokenProject } from './voices/voice-speaker.js';
import type { PlanContext } from './types/render-context.js';

export interface PlanOptions {
  /** The open sources of the job. By default, the planner opens and closes them. */
  readonly sources?: JobSources;
  /** Called when a step begins. */
  readonly onStep?: (step: Step) => void;
  /** As in {@link buildPlan}. */
  readonly everyFrame?: boolean;
}

/**
 * Prepares a video for rendering in six steps: fetch, probe, timeline, words, captions, plan. If a speech model must be
 * fetched to find the words, the step `model` interrupts them.
 */
@Injectable()
export class VideoPlanner {
  constructor(
    private readonly sources: SourcesService,
    private readonly media: MediaStore,
    private readonly ffmpeg: FfmpegService,
    private readonly timing: SubtitleTimingService,
  ) {}

  /** @throws JobFailure for problems that the author of the config can fix */
  async plan(
    project: Project,
    context: PlanContext,
    options: PlanOptions = {},
  ): Promise<PlannedVideo> {
    if (options.sources) return this.planFrom(options.sources, project, context, options);
    const sources = this.sources.open(context.onSourceRetry);
    try {
      return await this.planFrom(sources, project, context, options);
    } finally {
      sources.close();
    }
  }

  private async planFrom(
    jobSources: JobSources,
    given: Project,
    context: PlanContext,
    { onStep = () => {}, everyFrame = false }: PlanOptions,
  ): Promise<PlannedVideo> {
    const { signal } = context;
    // First, so that a worker that lacks one passes the job on before it has done any work.
    this.requireTransitions(given);
    if (given.withSources !== null) onStep('fetch');
    const known = await jobSources.know(given, context);
    const spoken = await this.speak(jobSources, known.project, context, onStep);
    onStep('fetch');
    const drawnPages = await jobSources.draw(spoken.project, context);
    const named = await jobSources.findFonts(drawnPages.project, context);
    const files = await jobSources.fetch(named.project, context);
    const luts = await jobSources.readLuts(named.project, context);
    const { project } = luts;
    onStep('probe');
    const sources = await jobSources.probe(files.sources, context);
    const damageWarnings = checkDamage(project, sources);

    onStep('timeline');
    const placed = buildTimeline(project, probesOf(sources));

    const { budget } = jobSources;
    budget.spendAll(estimateTimeline(placed));

    onStep('words');
    const { timeline, pcmOf, speechOf } = await this.decodeSounds(
      placed,
      { sources, budget },
      signal,
    );
    const timing = await this.timeWords(project, files, { timeline, speechOf, context, onStep });
    signal.throwIfAborted();

    onStep('captions');
    const captions = layOut(project, { files, timing, timeline, budget });
    const drawn = drawTextElements(timeline, files.texts, budget);

    const sound = { sources: sources.values(), pcmOf };
    const powerOf = await measurePower(timeline, sound, signal);
    const { waveforms, warnings: silence } = drawWaveforms(timeline, powerOf, budget);

    onStep('plan');
    const overlays = { captions: captions.track, texts: drawn.texts, waveforms };
    const plan = buildPlan(timeline, overlays, qualitySettings(project), everyFrame);

    const parts = { sources, luts: luts.files, timeline, timing, captions, plan, overlays, pcmOf };
    return plannedVideo(project, parts, [
      ...known.warnings,
      ...spoken.warnings,
      ...drawnPages.warnings,
      ...named.warnings,
      ...luts.warnings,
      ...jobSources.warnings,
      ...[...sources.values()].flatMap(({ warnings }) => warnings),
      ...damageWarnings,
      ...placed.warnings,
      ...(files.captions?.warnings ?? []),
      ...(timing?.warnings ?? []),
      ...captions.warnings,
      ...drawn.warnings,
      ...silence,
    ]);
  }

  /** Lets the voices speak, as a step of its own if there are any. */
  private speak(
    sources: JobSources,
    project: Project,
    context: PlanContext,
    onStep: (step: Step) => void,
  ): Promise<SpokenProject> {
    const hasVoices = elementsOf(project).some((one) => one.type === 'audio' && one.voice);
    if (hasVoices) onStep('voice');
    return sources.speak(project, {
      ...context,
      onProgress: (fraction) => context.onProgress('voice', fraction),
      onModel: modelStep(context, onStep, 'voice'),
    });
  }

  /** Decodes the sounds of a timeline, and adds the volume envelopes of those that duck under speech. */
  private async decodeSounds(
    timeline: Timeline,
    { sources, budget }: { sources: ReadonlyMap<string, ProbedSource>; budget: JobBudget },
    signal: AbortSignal,
  ): Promise<SoundSources & { readonly timeline: Timeline }> {
    const tools = { ffmpeg: this.ffmpeg, media: this.media, budget };
    const sound = await prepareSound(timeline.sounds, sources, tools, signal);
    const sounds = await duckSounds(timeline.sounds, sound.speechOf);
    return { ...sound, timeline: { ...timeline, sounds } };
  }

  /** @returns null without captions */
  private async timeWords(
    { subtitles }: Project,
    { captions }: FetchedFiles,
    { timeline, speechOf, context, onStep }: WordTimingInput,
  ): Promise<WordTiming | null> {
    if (subtitles === null) return null;
    const words = captions?.words ?? subtitles.words;
    const element = { ...subtitles, cues: captions?.cues ?? null, words };
    return timeCaptions(element, timeline, {
      timing: this.timing,
      speechOf,
      onClip: (done, count) => context.onProgress('words', done / count),
      onModel: modelStep(context, onStep, 'words'),
      signal: context.signal,
    });
  }

  /** @throws MissingAbility when the installed ffmpeg lacks a transition */
  private requireTransitions({ scenes }: Project): void {
    const { abilities, version } = this.ffmpeg.tools;
    for (const { transition, pointer } of scenes) {
      if (transition === null || transition.style === CROSS_FADE) continue;
      if (abilities.transitions.has(transition.style)) continue;
      const available = [CROSS_FADE, ...abilities.transitions].join(', ');
      throw new MissingAbility(
        [NEEDS.transition(transition.style)],
        'RENDER_FAILED',
        `ffmpeg ${version} does not have the transition "${transition.style}". Available transitions: ${available}.`,
        `${pointer}/transition`,
      );
    }
  }
}

function probesOf(sources: ReadonlyMap<string, ProbedSource>): Map<string, ProbedSource['probe']> {
  return new Map([...sources].map(([key, { probe }]) => [key, probe]));
}

interface PlannedParts extends Pick<PlannedVideo, 'timeline' | 'plan' | 'overlays' | 'pcmOf'> {
  readonly sources: ReadonlyMap<string, ProbedSource>;
  readonly luts: readonly StoredSource[];
  readonly timing: WordTiming | null;
  readonly captions: LaidOutCaptions;
}

function plannedVideo(
  project: Project,
  { sources, luts, timeline, timing, captions, plan, overlays, pcmOf }: PlannedParts,
  warnings: readonly string[],
): PlannedVideo {
  const { subtitles } = project;
  const files: readonly StoredSource[] = [...sources.values(), ...luts];
  const byHash = new Map(files.map((file) => [file.contentHash, file]));
  return {
    project,
    timeline,
    plan,
    overlays,
    captions: subtitles && timing && { element: subtitles, timing, pages: captions.pages },
    warnings,
    sourceOf: (hash) => byHash.get(hash)!,
    pcmOf,
  };
}

/** The inputs of word timing. */
interface WordTimingInput {
  readonly timeline: Timeline;
  readonly speechOf: SpeechOf;
  readonly context: PlanContext;
  readonly onStep: (step: Step) => void;
}

/** Shows the fetch of a speech model as a step of its own, after which the step that needs it goes on. */
function modelStep(
  { onProgress }: PlanContext,
  onStep: (step: Step) => void,
  after: Step,
): (fraction: number) => void {
  let isShown = false;
  return (fraction) => {
    const isOver = fraction === 1;
    if (isShown === isOver) onStep(isOver ? after : 'model');
    isShown = !isOver;
    if (isShown) onProgress('model', fraction);
  };
}

/** The inputs of caption layout. */
interface LayoutInput {
  readonly files: FetchedFiles;
  readonly timing: WordTiming | null;
  readonly timeline: Timeline;
  readonly budget: JobBudget;
}

function layOut(
  { scenes }: Project,
  { files: { captions, shaping }, timing, timeline, budget }: LayoutInput,
): LaidOutCaptions {
  if (shaping === null || timing === null) return { track: NO_CAPTIONS, warnings: [], pages: [] };
  const subtitles = captions ? withoutOffset(shaping.subtitles) : shaping.subtitles;
  const { pointer, settings } = subtitles;
  const looks = scenes.map(({ captionSettings: own }, index) => ({
    startMs: msOfSamples(timeline.scenes[index]!.startSample),
    settings: own && withFontAndOffset(own, settings),
  }));
  const groups = wordsByLook(timing.words, looks, settings);
  for (const { settings: look, words } of groups) {
    const characters = shownCharacters(words, look);
    budget.spendAll(estimateCaptions({ pointer, settings: look, characters }, timeline));
  }
  return layOutCaptions(subtitles, groups, timeline, { shaper: shaping.shaper, budget });
}

/** A font file has its family only once it is fetched, and a caption file its offset until it is timed. */
function withFontAndOffset(
  look: CaptionSettings,
  { fontUrl, fontFamily, offsetMs }: CaptionSettings,
): CaptionSettings {
  return { ...look, fontFamily: fontUrl === null ? look.fontFamily : fontFamily, offsetMs };
}

/** Removes the offset, because word timing has already applied it to the cues of a file. */
function withoutOffset(subtitles: SubtitlesElement): SubtitlesElement {
  return { ...subtitles, settings: { ...subtitles.settings, offsetMs: 0 } };
}
