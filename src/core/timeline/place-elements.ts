import type {
  DrawnElement,
  FrameRate,
  GroupElement,
  MediaElement,
  TimelineElement,
} from '../project/types/index.js';
import { nearestFrame, sampleOfFrame, samplesOfMs } from '../time/time.js';
import type { Size } from './box.js';
import { elementLength } from './element-length.js';
import { type Container, withFittingSpeed } from './element-span.js';
import { groupCanvas, groupClip, textGroupClip, type ElementBoxSize } from './groups.js';
import { probeOf } from './probe-of.js';
import { isOutOfRange, soundClip } from './sound-clips.js';
import { textClip } from './texts.js';
import type {
  ClipContent,
  ClipMatte,
  GainRamp,
  Probes,
  SoundClip,
  SourceProbe,
  TextClip,
  TimelineScene,
  VisualClip,
} from './types.js';
import { shapeClip, visualClip } from './visuals.js';

/** An element, and the scene, the group, or the video in which it plays. */
export interface ContainedElement {
  readonly element: TimelineElement;
  readonly container: Container;
}

/** Clips of a frame in paint order, and the sounds of its elements. */
export interface PlacedClips {
  readonly visuals: VisualClip[];
  readonly texts: TextClip[];
  readonly sounds: SoundClip[];
}

/** A clip without what its element shares with all others. */
type BareClip = Omit<VisualClip, 'sequence' | 'blend' | 'matte'>;

/** Places the elements of a video, with those of groups and mattes. Numbers them in the order of the config. */
export class ElementPlacer {
  readonly warnings: string[] = [];
  private count = 0;

  constructor(
    private readonly probes: Probes,
    private readonly scenes: readonly TimelineScene[],
    private readonly fps: FrameRate,
  ) {}

  /** @param frame size of the video or of the group */
  place(elements: readonly ContainedElement[], frame: Size): PlacedClips {
    const placed: PlacedClips = { visuals: [], texts: [], sounds: [] };
    for (const contained of elements) this.add(contained, frame, placed);
    // Sorting is stable: of elements with the same z-index, the later one is painted on top.
    placed.visuals.sort((a, b) => a.zIndex - b.zIndex);
    return placed;
  }

  private add({ element, container }: ContainedElement, frame: Size, placed: PlacedClips): void {
    const sequence = this.count++;
    const settings = { ...frame, fps: this.fps };
    const show = (clip: BareClip | null, drawn: DrawnElement) => {
      if (clip === null) return;
      const matte = this.matteOf(drawn, clip, frame);
      placed.visuals.push({ ...clip, sequence, blend: drawn.blend, matte });
    };
    if (element.type === 'text') {
      const clip = textClip(element, container, sequence, this.fps);
      const isPlain = element.blend === 'normal' && element.matte === null;
      if (clip && isPlain) placed.texts.push(clip);
      else if (clip) show(textGroupClip(clip, { ...settings, id: this.count++ }), element);
      return;
    }
    if (element.type === 'shape') return show(shapeClip(element, container, settings), element);
    if (element.type === 'group') {
      return show(this.group(element, container, { frame, sounds: placed.sounds }), element);
    }
    const probe = probeOf(element, this.probes);
    const fitting = withFittingSpeed(element, probe, container);
    if (fitting.type !== 'audio') show(visualClip(fitting, probe, container, settings), fitting);
    const sound = soundClip(fitting, probe, container, this.scenes);
    this.noteSilence(fitting, probe, container);
    if (sound) placed.sounds.push(sound);
  }

  private noteSilence(element: MediaElement, { audioSamples }: SourceProbe, { volume }: Container) {
    if (element.type === 'image' || !isOutOfRange(element)) return;
    if (!audioSamples || element.volume * volume === 0) return;
    const factor = Number(element.speed.toFixed(2));
    this.warnings.push(
      `The sound is silent, because it would play at ${factor} times its speed (${element.pointer}).`,
    );
  }

  private group(
    element: GroupElement,
    container: Container,
    { frame, sounds }: { readonly frame: Size; readonly sounds: SoundClip[] },
  ): BareClip | null {
    const startSample = container.startSample + samplesOfMs(element.startMs);
    const length = elementLength(element, this.probes) ?? Infinity;
    const endSample = Math.min(container.endSample, startSample + length);
    if (endSample <= startSample) return null;
    const within: Container = {
      ...container,
      startSample,
      endSample,
      volume: container.volume * element.volume,
      ramps: [...container.ramps, ...fadeRamps(element, startSample, endSample)],
    };
    const box: ElementBoxSize = groupCanvas(element, frame);
    const shown = element.waveform ? [] : element.elements;
    const contained = shown.map((one) => ({ element: one, container: within }));
    const placed = this.place(contained, box);
    sounds.push(...placed.sounds);
    const content: ClipContent = {
      id: this.count++,
      width: box.width,
      height: box.height,
      backgroundColor: element.backgroundColor ?? TRANSPARENT,
      visuals: placed.visuals,
      texts: placed.texts,
      ...this.waveform(element, { startSample, endSample }),
    };
    const startFrame = nearestFrame(startSample, this.fps);
    const endFrame = nearestFrame(endSample, this.fps);
    if (endFrame <= startFrame) return null;
    const { sceneIndex } = container;
    const place = { ...box, startFrame, endFrame, sceneIndex, fps: this.fps, frame };
    return groupClip(element, content, place);
  }

  /** The waveform of a group, if it is one. That of a source begins with the source. */
  private waveform(
    { waveform: settings, elements }: GroupElement,
    { startSample, endSample }: Pick<Container, 'startSample' | 'endSample'>,
  ): Pick<ClipContent, 'waveform'> {
    if (settings === undefined) return {};
    const [source] = elements;
    if (source?.type !== 'audio')
      return {
        waveform: { settings, contentHash: null, startSample, endSample, offsetSamples: 0 },
      };
    const { contentHash } = probeOf(source, this.probes);
    const own = { startSample: 0, endSample: endSample - startSample };
    return { waveform: { settings, contentHash, ...own, offsetSamples: startSample } };
  }

  /** A matte fills the frame in which its element is placed, and lasts as long as this one. */
  private matteOf({ matte }: DrawnElement, clip: BareClip, frame: Size): ClipMatte | null {
    if (matte === null) return null;
    const sampleAt = (at: number) => Math.round(sampleOfFrame(at, this.fps));
    const container: Container = {
      startSample: sampleAt(clip.startFrame),
      endSample: sampleAt(clip.endFrame),
      sceneIndex: clip.sceneIndex,
      volume: 0,
      ramps: [],
    };
    const { visuals, texts } = this.place([{ element: matte.element, container }], frame);
    const isLuma = matte.type.startsWith('luma');
    const { width, height } = frame;
    const backgroundColor = isLuma ? BLACK : TRANSPARENT;
    const content = { id: this.count++, width, height, backgroundColor, visuals, texts };
    return { type: matte.type, content };
  }
}

const TRANSPARENT = '#00000000';
const BLACK = '#000000FF';

/** The sounds of a group fade with it. */
function fadeRamps(
  { fadeInMs, fadeOutMs }: GroupElement,
  startSample: number,
  endSample: number,
): GainRamp[] {
  const [fadeIn, fadeOut] = [samplesOfMs(fadeInMs), samplesOfMs(fadeOutMs)];
  const ramps: GainRamp[] = [];
  if (fadeIn > 0) ramps.push({ startSample, endSample: startSample + fadeIn, from: 0, to: 1 });
  if (fadeOut > 0) ramps.push({ startSample: endSample - fadeOut, endSample, from: 1, to: 0 });
  return ramps;
}
