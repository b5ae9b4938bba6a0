import { stretchedSamples } from '../../core/sound/time-stretch.js';
import type { SoundClip } from '../../core/timeline/types.js';
import type { PcmSource } from '../../engine/media/sound/mix-sounds.js';
import type { ProbedSource } from '../../engine/media/probe/probe-source.js';
import { stretchSound } from '../../engine/media/sound/stretch-sound.js';
import type { RenderEngines } from '../render-context.js';

/** The decoded sound of a clip's source, at the clip's speed. */
export type PcmOf = (clip: SoundClip) => PcmSource;

/** Makes the sound of every source at every speed at which a clip plays it. */
export async function stretchedSounds(
  sounds: readonly SoundClip[],
  sources: ReadonlyMap<string, ProbedSource>,
  { media }: RenderEngines,
  signal: AbortSignal,
): Promise<PcmOf> {
  const made = new Map<string, PcmSource>();
  const keyOf = ({ contentHash, speed }: SoundClip) => `${contentHash} ${speed}`;
  for (const clip of sounds) {
    if (made.has(keyOf(clip))) continue;
    const source = sources.get(clip.src)!;
    made.set(keyOf(clip), {
      path: await stretchSound(
        source,
        { pcmPath: source.pcmPath!, speed: clip.speed },
        media,
        signal,
      ),
      samples: stretchedSamples(source.probe.audioSamples!, clip.speed),
      mono: source.mono,
    });
  }
  return (clip) => made.get(keyOf(clip))!;
}
