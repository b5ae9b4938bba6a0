import type { Step } from '../core/job/steps.js';
import type { CaptionPage } from '../core/captions/caption-page.js';
import type { Project, SubtitlesElement } from '../core/project/types/index.js';
import { JobFailure } from '../core/job/job-failure.js';
import { buildPlan } from '../core/render/plan/build-plan.js';
import { qualitySettings } from '../core/render/encode/quality-settings.js';
import { CROSS_FADE } from '../core/render/segment/types.js';
import { NO_CAPTIONS, type RenderPlan } from '../core/render/segment/types.js';
import { buildTimeline } from '../core/timeline/build-timeline.js';
import type { Timeline } from '../core/timeline/types.js';
import type { WordTiming } from '../core/timing/types.js';
import { decodeSpeech, decodeStretchedSpeech } from '../engine/media/sound/decode-sound.js';
import { probeSource, type ProbedSource } from '../engine/media/probe/probe-source.js';
import type { MediaSession } from '../engine/media/store/media-session.js';
import { readPcm16 } from '../engine/recognition/read-pcm.js';
import { drawTitles } from './captions/draw-titles.js';
import { duckSounds } from './sound/duck-sounds.js';
import { layOutCaptions } from './captions/lay-out-captions.js';
import type { SpeechOf } from './sound/played-speech.js';
import type { RenderContext, RenderEngines } from './render-context.js';
import { fetchCaptions } from './sources/fetch-captions.js';
import { fetchFont } from './sources/fetch-font.js';
import { judgeSources } from './sources/judge-sources.js';
import { fetchSources, inOrder } from './sources/sources.js';
import { type PcmOf, stretchedSounds } from './sound/stretched-sounds.js';
import { timeCaptions } from './captions/time-captions.js';

/** The captions of a video as words and as pages. */
export interface PlannedCaptions {
  readonly element: SubtitlesElement;
  readonly timing: WordTiming;
  readonly pages: readonly CaptionPage[];
}

/** A project with all that rendering it needs. */
export interface PlannedVideo {
  readonly timeline: Timeline;
  readonly plan: RenderPlan;
  /** Null without captions. */
  readonly captions: PlannedCaptions | null;
  /** What its author should know: doubtful words, characters that cannot be drawn. */
  readonly warnings: readonly string[];
  readonly sourceOf: (contentHash: string) => ProbedSource;
  /** The sound of a clip's source at the clip's speed. */
  readonly pcmOf: PcmOf;
}

export interface PlanContext extends Omit<RenderContext, 'outputDir'> {
  /** What a job fetches, where it plans several videos; else one is opened for this video alone. */
  readonly session?: MediaSession;
}

/**
 * The steps before anything is rendered: fetch, probe, timeline, words, captions, plan.
 *
 * @param begin called as each step begins
 * @param everyFrame as in {@link buildPlan}
 * @throws JobFailure for what the project's author can mend
 */
export async function planVideo(
  project: Project,
  engines: RenderEngines,
  context: PlanContext,
  begin: (step: Step) => void = () => {},
  everyFrame = false,
): Promise<PlannedVideo> {
  const { signal } = context;

  begin('fetch');
  const { fetched, file, type, fetchWarnings } = await fetchAll(project, engines, context);

  begin('probe');
  const sources = new Map<string, ProbedSource>();
  for (const { item, fraction } of inOrder(fetched)) {
    const source = await probeSource(
      item.source,
      { ...engines, maxDurationSeconds: engines.maxSourceSeconds },
      { pointer: item.pointer, signal },
    );
    sources.set(item.key, source);
    context.onProgress('probe', fraction);
  }
  const damage = judgeSources(project, sources);

  begin('timeline');
  const probes = new Map([...sources].map(([src, source]) => [src, source.probe]));
  const placed = buildTimeline(project, probes);
  const byHash = new Map([...sources.values()].map((source) => [source.contentHash, source]));

  begin('words');
  const pcmOf = await stretchedSounds(placed.sounds, sources, engines, signal);
  const speechOf: SpeechOf = async (clip, speed) => {
    const source = sources.get(clip.src)!;
    return readPcm16(
      speed === 1
        ? await decodeSpeech(source, engines, signal)
        : await decodeStretchedSpeech(source, { path: pcmOf(clip).path, speed }, engines, signal),
    );
  };
  const timeline: Timeline = {
    ...placed,
    sounds: await duckSounds(placed.sounds, speechOf),
  };
  const { subtitles } = project;
  const timing = subtitles
    ? await timeCaptions(
        { ...subtitles, cues: file?.cues ?? null, words: file?.words ?? subtitles.words },
        timeline,
        engines.words,
        speechOf,
        (done, of) => context.onProgress('words', done / of),
        signal,
      )
    : null;
  signal.throwIfAborted();

  begin('captions');
  const laidOut =
    type && timing
      ? layOutCaptions(
          file ? withoutOffset(type.subtitles) : type.subtitles,
          timing.words,
          timeline,
          type.shaper,
        )
      : { track: NO_CAPTIONS, warnings: [], pages: [] };

  const drawn = drawTitles(timeline, engines.shaper);

  begin('plan');
  refuseMissingAbilities(project, engines);
  const plan = buildPlan(
    timeline,
    { captions: laidOut.track, texts: drawn.titles },
    qualitySettings(project),
    everyFrame,
  );
  const warnings = [
    ...fetchWarnings,
    ...[...sources.values()].flatMap((source) => source.warnings),
    ...damage,
    ...(file?.warnings ?? []),
    ...(timing?.warnings ?? []),
    ...laidOut.warnings,
    ...drawn.warnings,
  ];
  const captions = subtitles && timing && { element: subtitles, timing, pages: laidOut.pages };
  const sourceOf = (hash: string) => byHash.get(hash)!;
  return { timeline, plan, captions, warnings, pcmOf, sourceOf };
}

/** All that comes from outside. */
async function fetchAll(project: Project, engines: RenderEngines, context: PlanContext) {
  const session = context.session ?? engines.media.open();
  try {
    const fetched = await fetchSources(project, session, context);
    const file = await fetchCaptions(project, session, context);
    const type = await fetchFont(project, session, engines, context);
    return { fetched, file, type, fetchWarnings: session.warnings };
  } finally {
    if (!context.session) session.close();
  }
}

/** The cues of a file were shifted before their words were timed. */
function withoutOffset(subtitles: SubtitlesElement): SubtitlesElement {
  return { ...subtitles, settings: { ...subtitles.settings, offsetMs: 0 } };
}

/** @throws JobFailure when the project needs something that this ffmpeg cannot do */
function refuseMissingAbilities({ scenes }: Project, { ffmpeg }: RenderEngines): void {
  const { abilities, version } = ffmpeg.tools;
  for (const { transition, pointer } of scenes) {
    if (transition === null || transition.style === CROSS_FADE) continue;
    if (abilities.transitions.has(transition.style)) continue;
    throw new JobFailure(
      'RENDER_FAILED',
      `This ffmpeg (${version}) does not have the transition "${transition.style}"; it has ${[CROSS_FADE, ...abilities.transitions].join(', ')}.`,
      `${pointer}/transition`,
    );
  }
}
