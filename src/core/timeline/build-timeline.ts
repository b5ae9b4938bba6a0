import { sourceKey } from '../sources/source-key.js';
import { JobFailure } from '../job/job-failure.js';
import type {
  FrameRate,
  TimelineElement,
  MediaElement,
  Project,
  Scene,
  TextAnimation,
  ShapeElement,
  TextElement,
  Timing,
  VisualElement,
} from '../project/types/index.js';
import { PLAIN_TRAITS } from '../media/picture-traits.js';
import type { FrameAnimation } from './text-states.js';
import { elementBox } from './box.js';
import { type Container, ownLength, soundOutlasts, spanOf } from './element-span.js';
import { focusMove } from './focus.js';
import { lookOf } from './look.js';
import { soundClip, withSoftCuts } from './sound-clips.js';
import { nearestFrame, samplesOfMs } from '../time/time.js';
import {
  type HeldPicture,
  type Probes,
  type SoundClip,
  type SourceProbe,
  type TextClip,
  type Timeline,
  type TimelineScene,
  type VisualClip,
} from './types.js';
import { SAMPLE_RATE } from '../time/time.js';

const LONGEST_VIDEO_SAMPLES = 4 * 3600 * SAMPLE_RATE;

/** A shape with one side given is as wide as it is high. */
const SQUARE = { width: 1, height: 1 };

/**
 * Lays a project out in time: scenes one after another without a gap, each as long as its audio
 * really is, every clip in whole frames or samples.
 *
 * @throws JobFailure when a source is not what its element says, or the video would be too long
 */
export function buildTimeline(project: Project, probes: Probes): Timeline {
  const { width, height, fps } = project;
  const scenes: TimelineScene[] = [];
  let startSample = 0;
  let startFrame = 0;
  for (const [index, scene] of project.scenes.entries()) {
    const length = sceneSamples(scene, probes);
    const overlap = overlapSamples(scene, length, scenes.at(-1));
    if (overlap > 0) {
      startSample -= overlap;
      startFrame = nearestFrame(startSample, fps);
    }
    const endSample = startSample + length;
    // A scene shorter than a frame still shows one.
    const endFrame = Math.max(startFrame + 1, nearestFrame(endSample, fps));
    const { id, pointer, backgroundColor } = scene;
    const before = scenes.at(-1);
    const transition = before && before.endFrame > startFrame ? scene.transition!.style : null;
    scenes.push({
      index,
      id,
      pointer,
      backgroundColor,
      startFrame,
      endFrame,
      startSample,
      endSample,
      transition,
      overlapSamples: overlap,
    });
    startSample = endSample;
    startFrame = endFrame;
  }
  if (startSample > LONGEST_VIDEO_SAMPLES) {
    throw new JobFailure('MEDIA_LIMIT_EXCEEDED', 'The video would be longer than 4 hours.');
  }

  const whole: Container = { startSample: 0, endSample: startSample, sceneIndex: null };
  const held = [
    ...project.scenes.flatMap((scene, index) =>
      scene.elements.map((element) => ({ element, container: containerOf(scenes[index]!) })),
    ),
    ...project.elements.map((element) => ({ element, container: whole })),
  ];
  const visuals: VisualClip[] = [];
  const texts: TextClip[] = [];
  const sounds: SoundClip[] = [];
  for (const [sequence, { element, container }] of held.entries()) {
    if (element.type === 'text') {
      const clip = textClip(element, container, sequence, fps);
      if (clip) texts.push(clip);
      continue;
    }
    if (element.type === 'shape') {
      const clip = shapeClip(element, container, project);
      if (clip) visuals.push({ ...clip, sequence });
      continue;
    }
    const probe = probeOf(element, probes);
    if (element.type !== 'audio') {
      const clip = visualClip(element, probe, container, project);
      if (clip) visuals.push({ ...clip, sequence });
    }
    const sound = soundClip(element, probe, container, scenes);
    if (sound) sounds.push(sound);
  }
  return {
    width,
    height,
    fps,
    totalFrames: startFrame,
    totalSamples: startSample,
    scenes,
    // Sorting is stable: at equal z-index the later element paints on top.
    visuals: visuals.sort((a, b) => a.zIndex - b.zIndex),
    texts,
    sounds: withSoftCuts(sounds, (clip) => probes.get(clip.src)?.audioSamples ?? 0),
  };
}

/**
 * How long a scene shows together with the one before it.
 *
 * @throws JobFailure when either is too short for it: three scenes at once cannot be shown
 */
function overlapSamples(
  { transition, pointer }: Scene,
  length: number,
  before: TimelineScene | undefined,
): number {
  if (transition === null || before === undefined) return 0;
  const overlap = samplesOfMs(transition.durationMs);
  const taken = before.transition === null ? 0 : before.overlapSamples;
  if (overlap <= length && overlap + taken <= before.endSample - before.startSample) return overlap;
  throw new JobFailure(
    'MEDIA_INVALID',
    'The transition is longer than the scenes it joins leave room for. Make it shorter.',
    `${pointer}/transition`,
  );
}

function containerOf(scene: TimelineScene): Container {
  return { startSample: scene.startSample, endSample: scene.endSample, sceneIndex: scene.index };
}

/** Contract: an explicit duration, else the audio's real length, else the longest visual. */
function sceneSamples(scene: Scene, probes: Probes): number {
  if (scene.durationMs !== null) return samplesOfMs(scene.durationMs);
  const ends = (wanted: (element: TimelineElement) => boolean) =>
    scene.elements.filter(wanted).flatMap((element) => {
      const length = lengthOf(element, probes);
      return length === null ? [] : [samplesOfMs(element.startMs) + length];
    });
  const audio = ends((element) => element.type === 'audio');
  const longest = Math.max(0, ...(audio.length > 0 ? audio : ends(() => true)));
  if (longest > 0) return longest;
  throw new JobFailure(
    'MEDIA_INVALID',
    'Nothing gives this scene a length: its media are empty. Give it a duration.',
    scene.pointer,
  );
}

function lengthOf(element: TimelineElement, probes: Probes): number | null {
  if ('src' in element) return ownLength(element, probeOf(element, probes));
  return typeof element.duration === 'number' ? samplesOfMs(element.duration) : null;
}

function visualClip(
  element: VisualElement,
  probe: SourceProbe,
  container: Container,
  { width, height, fps }: Project,
): Omit<VisualClip, 'sequence'> | null {
  const span = spanOf(element, probe, container);
  const startFrame = nearestFrame(span.startSample, fps);
  const endFrame = nearestFrame(span.endSample, fps);
  if (endFrame <= startFrame) return null;
  const whole = { width: probe.width ?? 1, height: probe.height ?? 1 };
  const look = lookOf(element.look, whole, element.pointer);
  const source = look?.crop ?? whole;
  return {
    pointer: element.pointer,
    kind: probe.kind === 'animation' ? 'video' : element.type,
    contentHash: probe.contentHash,
    shape: null,
    sceneIndex: container.sceneIndex,
    startFrame,
    endFrame,
    seekUs: element.type === 'video' ? element.seekMs * 1000 : 0,
    speed: element.type === 'video' ? element.speed : 1,
    loopUs: loopOf(element, probe),
    held: heldPicture(element, probe),
    traits: probe.traits,
    ...elementBox(element, source, { width, height }),
    sourceWidth: source.width,
    sourceHeight: source.height,
    resize: element.resize,
    opacity: element.opacity,
    zIndex: element.zIndex,
    translucent: probe.translucent,
    motion: focusMove(element.motion),
    look,
    outline: element.outline,
    fadeInFrames: nearestFrame(samplesOfMs(element.fadeInMs), fps),
    fadeOutFrames: nearestFrame(samplesOfMs(element.fadeOutMs), fps),
  };
}

/** The frames of an element without a source; null: none. */
function drawnFrames(
  { startMs, duration }: Timing,
  { startSample, endSample }: Container,
  fps: FrameRate,
): { startFrame: number; endFrame: number } | null {
  const start = startSample + samplesOfMs(startMs);
  const length = typeof duration === 'number' ? samplesOfMs(duration) : Infinity;
  const startFrame = nearestFrame(start, fps);
  const endFrame = nearestFrame(Math.min(endSample, start + length), fps);
  return endFrame > startFrame ? { startFrame, endFrame } : null;
}

function shapeClip(
  element: ShapeElement,
  container: Container,
  { width, height, fps }: Project,
): Omit<VisualClip, 'sequence'> | null {
  const frames = drawnFrames(element, container, fps);
  if (frames === null) return null;
  const { pointer, form, fill, stroke, opacity, zIndex, outline } = element;
  const box = elementBox(element, SQUARE, { width, height });
  return {
    pointer,
    kind: 'shape',
    contentHash: '',
    shape: { form, fill, stroke },
    sceneIndex: container.sceneIndex,
    ...frames,
    seekUs: 0,
    speed: 1,
    traits: PLAIN_TRAITS,
    loopUs: null,
    held: null,
    motion: null,
    look: null,
    resize: 'fill',
    translucent: true,
    ...box,
    sourceWidth: box.width,
    sourceHeight: box.height,
    opacity,
    zIndex,
    outline,
    fadeInFrames: nearestFrame(samplesOfMs(element.fadeInMs), fps),
    fadeOutFrames: nearestFrame(samplesOfMs(element.fadeOutMs), fps),
  };
}

/** After how long its source begins again, microseconds, or null; an image that moves always does. */
function loopOf(element: VisualElement, probe: SourceProbe): number | null {
  const loops = element.type === 'video' ? element.loop : probe.kind === 'animation';
  if (!loops) return null;
  return soundOutlasts(element, probe)
    ? Math.round((probe.audioSamples! * 1_000_000) / SAMPLE_RATE)
    : probe.videoDurationUs;
}

function heldPicture(element: VisualElement, probe: SourceProbe): HeldPicture | null {
  if (!soundOutlasts(element, probe)) return null;
  return { fromUs: probe.videoDurationUs!, seekUs: probe.lastPictureUs! };
}

function textClip(
  element: TextElement,
  container: Container,
  sequence: number,
  fps: FrameRate,
): TextClip | null {
  const frames = (ms: number) => nearestFrame(samplesOfMs(ms), fps);
  const span = drawnFrames(element, container, fps);
  if (span === null) return null;
  const { startFrame, endFrame } = span;
  const moved = (animation: TextAnimation | null): FrameAnimation | null =>
    animation && { style: animation.style, frames: frames(animation.durationMs) };
  return {
    element,
    sceneIndex: container.sceneIndex,
    startFrame,
    zIndex: element.zIndex,
    sequence,
    times: {
      frames: endFrame - startFrame,
      fadeInFrames: frames(element.fadeInMs),
      fadeOutFrames: frames(element.fadeOutMs),
      animateIn: moved(element.animateIn),
      animateOut: moved(element.animateOut),
    },
  };
}

function probeOf(element: MediaElement, probes: Probes): SourceProbe {
  const probe = probes.get(sourceKey(element));
  if (!probe) throw new Error(`no probe of the source at ${element.pointer}`);
  const fits =
    element.type === 'audio'
      ? probe.audioSamples !== null
      : probe.kind === element.type || probe.kind === 'animation';
  if (fits) return probe;
  const wanted = { audio: 'sound', image: 'an image', video: 'a video' }[element.type];
  const found = {
    audio: 'audio',
    image: 'an image',
    video: 'a video',
    animation: 'an animation',
  }[probe.kind];
  throw new JobFailure(
    'MEDIA_INVALID',
    `This element needs ${wanted}, but its source is ${found}.`,
    element.pointer,
  );
}
