import { estimateSound } from '../../core/budget/estimate-timeline.js';
import type { JobBudget } from '../../core/budget/job-budget.js';
import { stretchedSamples } from '../../core/sound/time-stretch.js';
import type { SoundClip } from '../../core/timeline/types.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import type { ProbedSource } from '../../engine/media/probe/probe-source.js';
import { decodeSpeech, decodeStretchedSpeech } from '../../engine/media/sound/decode-sound.js';
import type { PcmSource } from '../../engine/media/sound/mix-sounds.js';
import { stretchSound } from '../../engine/media/sound/stretch-sound.js';
import type { MediaStore } from '../../engine/media/store/media-store.js';
import { readPcm16 } from '../../engine/recognition/read-pcm.js';
import type { SpeechOf } from './played-speech.js';

/** The dependencies of {@link prepareSound}. */
interface SoundTools {
  readonly ffmpeg: FfmpegService;
  readonly media: MediaStore;
  readonly budget: JobBudget;
}

/** The decoded sound of a video's sources. */
export interface SoundSources {
  /** The decoded sound of a clip's source, at the speed of the clip. */
  readonly pcmOf: (clip: SoundClip) => PcmSource;
  readonly speechOf: SpeechOf;
}

/** Stretches the sound of each source to every speed at which a clip plays it. */
export async function prepareSound(
  sounds: readonly SoundClip[],
  sources: ReadonlyMap<string, ProbedSource>,
  tools: SoundTools,
  signal: AbortSignal,
): Promise<SoundSources> {
  const stretched = new Map<string, PcmSource>();
  const keyOf = ({ contentHash, speed }: SoundClip) => `${contentHash} ${speed}`;
  for (const clip of sounds) {
    if (stretched.has(keyOf(clip))) continue;
    const source = sources.get(clip.src)!;
    const samples = stretchedSamples(source.probe.audioSamples!, clip.speed);
    if (clip.speed !== 1) {
      tools.budget.spendAll(estimateSound([{ pointer: clip.pointer, samples }]));
    }
    stretched.set(keyOf(clip), {
      path: await stretchSound(
        source,
        { pcmPath: source.pcmPath!, speed: clip.speed },
        tools.media,
        signal,
      ),
      samples,
      mono: source.mono,
    });
  }
  const pcmOf = (clip: SoundClip) => stretched.get(keyOf(clip))!;
  const speechOf: SpeechOf = async (clip, speed) => {
    const source = sources.get(clip.src)!;
    return readPcm16(
      speed === 1
        ? await decodeSpeech(source, tools, signal)
        : await decodeStretchedSpeech(source, { path: pcmOf(clip).path, speed }, tools, signal),
    );
  };
  return { pcmOf, speechOf };
}
