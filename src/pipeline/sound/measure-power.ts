import { createHash } from 'node:crypto';
import { samplesOfMs } from '../../core/time/time.js';
import { allWaveforms, type PlacedWaveform } from '../../core/timeline/all-clips.js';
import { sliceSounds } from '../../core/timeline/slice-sounds.js';
import type { SoundClip, Timeline } from '../../core/timeline/types.js';
import { PowerMeter, type SoundPower } from '../../core/waveforms/power.js';
import { scopedKey } from '../../engine/files/cache-scope.js';
import type { ProbedSource } from '../../engine/media/probe/probe-source.js';
import { mixSounds } from '../../engine/media/sound/mix-sounds.js';
import type { PcmOf } from '../types/planned-video.js';
import { KnownPower } from './known-power.js';

/** The power of the sound that a waveform shows. */
export type PowerOf = (placed: PlacedWaveform) => SoundPower;

const known = new KnownPower();

/**
 * Measures the sounds that the waveforms of a timeline show: once the mix, once its speech, and once each source, however
 * many waveforms there are. That reads no more sound than mixing the video does.
 *
 * @param sources those of the job
 */
export async function measurePower(
  timeline: Timeline,
  { sources, pcmOf }: { readonly sources: Iterable<ProbedSource>; readonly pcmOf: PcmOf },
  signal: AbortSignal,
): Promise<PowerOf> {
  const measured = new Map<string, SoundPower>();
  const groups = new Map<string, PlacedWaveform[]>();
  for (const one of allWaveforms(timeline)) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  const byHash = new Map([...sources].map((source) => [source.contentHash, source]));
  for (const [key, waveforms] of groups) {
    const { contentHash, settings } = waveforms[0]!.waveform;
    const run = spanOf(waveforms);
    if (contentHash !== null) {
      const source = byHash.get(contentHash)!;
      const clip = wholeClip(source);
      const pcm = { path: source.pcmPath!, samples: clip.endSample, mono: source.mono };
      const end = Math.min(run.end, clip.endSample);
      measured.set(key, await powerOf([clip], () => pcm, { start: 0, end }, signal));
      continue;
    }
    const isShown = ({ speech }: SoundClip) => settings.sound === 'all' || speech !== null;
    const sounds = timeline.sounds.filter(isShown);
    const end = Math.min(run.end, timeline.totalSamples);
    measured.set(key, await powerOf(sounds, pcmOf, { start: Math.max(0, run.start), end }, signal));
  }
  return (placed) => measured.get(keyOf(placed))!;
}

function keyOf({ waveform: { contentHash, settings } }: PlacedWaveform): string {
  return contentHash ?? settings.sound;
}

/** Samples; the end is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The sound around all waveforms, as far as it shows. */
function spanOf(waveforms: readonly PlacedWaveform[]): Span {
  let [start, end] = [Infinity, 0];
  for (const { waveform } of waveforms) {
    const around = samplesOfMs(waveform.settings.spanMs);
    start = Math.min(start, waveform.startSample - around);
    end = Math.max(end, waveform.endSample + around);
  }
  return { start, end };
}

async function powerOf(
  sounds: readonly SoundClip[],
  pcmOf: PcmOf,
  { start, end }: Span,
  signal: AbortSignal,
): Promise<SoundPower> {
  const heard = sliceSounds(sounds, start, end);
  const key = scopedKey(hashOf(heard, { start, end }));
  const before = known.get(key);
  if (before !== undefined) return before;
  const length = Math.max(0, end - start);
  const meter = new PowerMeter(start, length);
  for await (const chunk of mixSounds(heard, heard.length === 0 ? 0 : length, pcmOf)) {
    signal.throwIfAborted();
    meter.add(chunk);
  }
  const power = meter.end();
  known.set(key, power);
  return power;
}

/** What the mix of clips depends on. */
function hashOf(sounds: readonly SoundClip[], span: Span): string {
  const heard = sounds.map(({ pointer: _pointer, src: _src, speech: _speech, ...clip }) => clip);
  return createHash('sha256')
    .update(JSON.stringify([span, heard]))
    .digest('hex');
}

/** A source as it is. */
function wholeClip({ contentHash, probe }: ProbedSource): SoundClip {
  return {
    ...{ pointer: '', src: '', contentHash, sceneIndex: null, startSample: 0 },
    endSample: probe.audioSamples!,
    ...{ seekSamples: 0, speed: 1, loopSamples: null, volume: 1, fadeInSamples: 0 },
    ...{ fadeOutSamples: 0, ramps: [], levels: [], ducking: null, envelope: [], speech: null },
  };
}
