import { asWritten } from '../as-written.js';
import { isJsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';
import type { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import type { Layer } from './layer.js';
import type { Clip } from './read-clips.js';

const MOST = 10;
const QUIETEST_DB = -60;
/** The loudness of a video without a volume of its own, in LUFS, and the bounds of a video config. */
const [LOUDNESS, SOFTEST, LOUDEST] = [-14, -40, -5];

/** How loud the sounds of a spec are. Volumes in specs are relative to each other. */
export interface SoundLevels {
  /** Whether the sounds of the clips are heard. */
  readonly keepsSources: boolean;
  /** Gain of the sounds of all clips together. */
  readonly clips: number;
  /** What the whole video is normalized to, in LUFS. Null if it is not. */
  readonly loudness: number | null;
  /** Sets the volume of a track by its weight. */
  setTrack(own: OwnObject, weight: number, at: string): void;
}

/** Finds out how loud the sounds are: the sum of all of them is never louder than the loudest could be. */
export function soundLevels(given: Layer, clips: readonly Clip[], report: Report): SoundLevels {
  const keepsSources = given.isOn('keepSourceAudio');
  const ofClips = weightOf(given, 'clipsAudioVolume', report);
  const weights = trackWeights(given, clips, report);
  const output = outputGain(given, report);
  const loudness = loudnessOf(given, output, report);
  const total = weights.reduce((sum, weight) => sum + weight, ofClips);
  const isAlone = weights.length === 0 || total <= 0;
  if (loudness !== null) {
    const most = Math.max(...weights, keepsSources ? ofClips : 0);
    return { keepsSources, clips: 1, loudness, setTrack: givingWay(most) };
  }
  const gain = (weight: number) => (output * weight) / total;
  return {
    keepsSources,
    clips: isAlone ? output : gain(ofClips),
    loudness,
    setTrack: (own, weight, at) => void own.set('volume', bounded(gain(weight), at, report), at),
  };
}

/** A normalized track is as loud as the others, but gives way to louder ones. */
function givingWay(most: number): SoundLevels['setTrack'] {
  return (own, weight, at) => {
    if (weight <= 0) own.set('volume', 0, at);
    if (weight <= 0 || weight >= most) return;
    const level = Math.max(QUIETEST_DB, Math.round(20 * Math.log10(weight / most)));
    own.set('ducking', { level }, at);
  };
}

function trackWeights(given: Layer, clips: readonly Clip[], report: Report): number[] {
  const background = given.get('audioFilePath');
  const tracks = given.get('audioTracks');
  const detached = clips.flatMap(({ layers }) =>
    layers.filter((layer) => layer.get('type') === 'detached-audio'),
  );
  return [
    ...(background ? [weightOf(given, 'backgroundAudioVolume', report)] : []),
    ...(Array.isArray(tracks) ? tracks : []).map((track: unknown) =>
      Math.max(0, numberOf(isJsonObject(track) ? (track['mixVolume'] ?? 1) : 1) ?? 1),
    ),
    ...detached.map((layer) => weightOf(layer, 'mixVolume', report)),
  ];
}

/** A relative volume, which is 1 by default. */
export function weightOf(given: Layer, name: string, report: Report): number {
  const value = given.get(name) ?? 1;
  const weight = numberOf(value);
  if (weight === null || weight < 0)
    report.note(given.at(name), `"${name}" is not a number that can be used, so it is 1.`);
  return weight === null || weight < 0 ? 1 : weight;
}

/** A gain that a video config can have. */
export function bounded(gain: number, at: string, report: Report): number {
  const most = Math.min(MOST, gain);
  if (most !== gain) report.note(at, `The volume is ${MOST}, the highest that is possible.`);
  return Number(most.toFixed(4));
}

/** `outputVolume`: a factor, or decibels such as "-10dB". */
function outputGain(given: Layer, report: Report): number {
  const value = given.get('outputVolume') ?? 1;
  const [, decibels] = /^\s*([+-]?\d{1,3}(?:\.\d{1,9})?)\s*db\s*$/i.exec(asWritten(value)) ?? [];
  const gain = decibels === undefined ? numberOf(value) : 10 ** (Number(decibels) / 20);
  if (gain !== null && gain >= 0) return gain;
  const message = '"outputVolume" is not a factor or a number of decibels, so it is 1.';
  report.note(given.at('outputVolume'), message);
  return 1;
}

const NORMALIZED =
  'The sound of the whole video is normalized at once, and quieter tracks give way while somebody speaks.';

function loudnessOf(given: Layer, output: number, report: Report): number | null {
  const norm = given.get('audioNorm');
  if (!isJsonObject(norm) || norm['enable'] !== true) return null;
  report.note(given.at('audioNorm'), NORMALIZED);
  const lufs = LOUDNESS + 20 * Math.log10(Math.max(output, 0.001));
  return Math.min(LOUDEST, Math.max(SOFTEST, Number(lufs.toFixed(2))));
}
