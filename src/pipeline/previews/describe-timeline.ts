import { pageTrack } from '../../core/captions/caption-page.js';
import type { SpriteLayer } from '../../core/render/plan/sprite-layers.js';
import { joinWords } from '../../core/text/join-words.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import { allTexts } from '../../core/timeline/all-clips.js';
import type { SoundClip, TextClip, VisualClip } from '../../core/timeline/types.js';
import type { PlannedVideo } from '../types/planned-video.js';
import { soundPeaks } from './sound-peaks.js';
import type {
  Box,
  CaptionSpan,
  ClipSpan,
  SceneSpan,
  SoundSpan,
  TimelineDescription,
  WordSpan,
} from './timeline-description.js';

/** Peaks of all clips together. */
const MOST_PEAKS = 40_000;

/** Describes what happens when in a video: its scenes, elements, sounds, words, and captions. */
export async function describeTimeline(
  { timeline, captions, overlays, warnings, pcmOf }: PlannedVideo,
  peaksPerSecond: number,
): Promise<TimelineDescription> {
  const { width, height, fps, totalFrames } = timeline;
  const seconds = (frame: number) => round((frame * fps.den) / fps.num);
  const spanOf = (startFrame: number, endFrame: number) => ({
    start: seconds(startFrame),
    end: seconds(endFrame),
    startFrame,
    endFrame,
  });
  const scenes = timeline.scenes.map(
    ({ pointer, startFrame, endFrame, overlapSamples }): SceneSpan => ({
      pointer,
      ...spanOf(startFrame, endFrame),
      transitionSeconds: round(overlapSamples / SAMPLE_RATE),
    }),
  );
  const visual = ({ clip, ...at }: ShownClip): ClipSpan => {
    const { pointer, kind, startFrame, endFrame, width, height } = clip;
    const box = { x: at.x + clip.x, y: at.y + clip.y, width, height };
    return { pointer, type: kind, ...spanOf(startFrame, endFrame), box };
  };
  const shown = shownClips(timeline.visuals, ORIGIN);
  const places = new Map(
    shown.flatMap(({ clip, x, y }) =>
      clip.content ? [[clip.content.id, { x: x + clip.x, y: y + clip.y }]] : [],
    ),
  );
  const texts = new Set(allTexts(timeline).map(({ clip }) => clip.element.pointer));
  const text = (clip: TextClip, drawn: SpriteLayer, at: Place): ClipSpan => {
    const { element, startFrame, times } = clip;
    const span = spanOf(startFrame, Math.min(totalFrames, startFrame + times.frames));
    return { pointer: element.pointer, type: 'text', ...span, box: textBox(drawn, at) };
  };
  return {
    ...{ width, height, frames: totalFrames, frameRate: fps.num / fps.den },
    durationSeconds: seconds(totalFrames),
    scenes,
    clips: [
      ...shown.filter(({ clip }) => !texts.has(clip.pointer)).map(visual),
      ...allTexts(timeline).flatMap(({ clip, content }, index) => {
        const at = content === null ? ORIGIN : places.get(content.id);
        // A matte is not seen.
        return at === undefined ? [] : [text(clip, overlays.texts[index]!, at)];
      }),
    ],
    sounds: await soundSpans(timeline.sounds, pcmOf, peaksPerSecond),
    words: (captions?.timing.words ?? []).map(
      ({ text: word, startMs, endMs, track = 0 }): WordSpan => ({
        word,
        start: startMs / 1000,
        end: endMs / 1000,
        track,
      }),
    ),
    wordTiming:
      captions === null
        ? null
        : { method: captions.timing.method, language: captions.element.language },
    captions: (captions?.pages ?? []).map((page): CaptionSpan => {
      const { startMs, endMs, lines } = page;
      const shown = lines.map((line) => joinWords(line)).join('\n');
      return { start: startMs / 1000, end: endMs / 1000, text: shown, track: pageTrack(page) };
    }),
    warnings,
  };
}

/** A point in the frame of the video. */
interface Place {
  readonly x: number;
  readonly y: number;
}

const ORIGIN: Place = { x: 0, y: 0 };

/** A clip, and the place of the frame or the group in which it is placed. */
interface ShownClip extends Place {
  readonly clip: VisualClip;
}

/** Clips with those inside of groups. Turns of groups are left out, as are those of other clips. */
function shownClips(visuals: readonly VisualClip[], { x, y }: Place): ShownClip[] {
  return visuals.flatMap((clip) => [
    { clip, x, y },
    ...shownClips(clip.content?.visuals ?? [], { x: x + clip.x, y: y + clip.y }),
  ]);
}

async function soundSpans(
  sounds: readonly SoundClip[],
  pcmOf: PlannedVideo['pcmOf'],
  wanted: number,
): Promise<SoundSpan[]> {
  const total = sounds.reduce((sum, clip) => sum + clip.endSample - clip.startSample, 0);
  const perSecond = Math.min(wanted, (MOST_PEAKS * SAMPLE_RATE) / Math.max(1, total));
  const spans: SoundSpan[] = [];
  for (const clip of sounds) {
    const peaks = await soundPeaks(clip, pcmOf, perSecond);
    spans.push({
      pointer: clip.pointer,
      start: round(clip.startSample / SAMPLE_RATE),
      end: round(clip.endSample / SAMPLE_RATE),
      isSpeech: clip.speech !== null,
      peaksPerSecond: round(peaks.perSecond),
      peaks: Buffer.from(peaks.peaks).toString('base64'),
    });
  }
  return spans;
}

/** The box in which a text is laid out, as its element would describe it; null if nothing of it shows. */
function textBox(
  { sprites, box: { left, top, right, bottom } }: SpriteLayer,
  at: Place,
): Box | null {
  if (sprites.length === 0) return null;
  const [x, y] = [Math.round(left), Math.round(top)];
  return { x: at.x + x, y: at.y + y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
}

/** Microseconds: finer than a frame or a sample needs. */
function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
