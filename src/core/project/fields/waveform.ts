import type { ValuesOf } from '../../fields/composites.js';
import type { FieldPlace } from '../../fields/field.js';
import { choice, integer, number } from '../../fields/scalars.js';
import {
  type AudioElement,
  type Waveform,
  WAVEFORM_MODES,
  WAVEFORM_SOUNDS,
  WAVEFORM_STYLES,
  type WaveformMode,
  type WaveformSound,
  type WaveformStyle,
} from '../types/index.js';
import { pixels } from './lengths.js';
import { color, optionalSource } from './values.js';

const PERCENT = 100;

/** What a waveform shows, and how. */
export const waveformFields = {
  src: optionalSource.describe(
    'Address of a source whose sound shows from its start. It is not heard. Default: the waveform shows what is heard.',
  ),
  sound: choice<WaveformSound>(WAVEFORM_SOUNDS)
    .default('all')
    .describe(
      'What shows of the sounds that are heard: all, or only `speech`, which are voices, and audio elements that are not music.',
    ),
  mode: choice<WaveformMode>(WAVEFORM_MODES)
    .default('live')
    .describe(
      '`live` moves with the sound: the middle shows this moment. `progress` shows the sound of the whole time of the element, and what of it was played.',
    ),
  style: choice<WaveformStyle>(WAVEFORM_STYLES)
    .default('mirrored')
    .describe(
      '`mirrored`: bars about the middle. `bars`: bars from below. `line`: a line. `wave`: an area about the middle.',
    ),
  color: color()
    .defaultFrom(() => '#FFFFFFFF')
    .describe('Color of the waveform, or of its played part. Default: white.'),
  'off-color': color()
    .defaultFrom(() => '#FFFFFF66')
    .describe(
      'Color of the part that was not played, in the mode `progress`. Default: `#FFFFFF66`.',
    ),
  bars: integer({ min: 2, max: 300 })
    .default(48)
    .describe('Number of bars, or of points through which a line goes.'),
  gap: number({ min: 0, max: 95 })
    .default(40)
    .describe('Space between bars, in percent of the distance from one to the next.'),
  roundness: number({ min: 0, max: PERCENT })
    .default(PERCENT)
    .describe('How round the ends of bars are, in percent.'),
  'line-width': pixels({ min: 1, max: 200 })
    .orNull()
    .describe('Width of a line in pixels. Default: a 40th of the height.'),
  amplitude: number({ min: 0, max: 10 })
    .default(1)
    .describe('Multiplied with the heights. With 1, the loudest moment is as high as the box.'),
  span: number({ min: 0.1, max: 60, unit: 'seconds' })
    .default(2)
    .describe('How much sound shows at once in the mode `live`, in seconds.'),
};

type Given = ValuesOf<typeof waveformFields>;

export const toWaveform = (given: Given): Waveform => ({
  sound: given.sound,
  mode: given.mode,
  style: given.style,
  color: given.color,
  offColor: given['off-color'],
  bars: given.bars,
  gap: given.gap / PERCENT,
  roundness: given.roundness / PERCENT,
  lineWidth: given['line-width'],
  amplitude: given.amplitude,
  spanMs: Math.round(given.span * 1000),
});

/** The audio element whose sound a waveform shows: none if it shows what is heard. */
export function soundOf({ src }: Given, { pointer }: FieldPlace): AudioElement[] {
  if (src === null) return [];
  const time = {
    startMs: 0,
    duration: 'natural',
    fadeInMs: 0,
    fadeOutMs: 0,
    extraTimeMs: 0,
  } as const;
  return [
    {
      ...{ type: 'audio', pointer, id: null, src, acceptDamaged: false, ...time },
      ...{ startRule: null, durationOf: null, track: null },
      ...{ seekMs: 0, untilMs: null, loop: false, speed: 1, fits: false, volume: 1 },
      ...{ volumeKeyframes: null, ducking: null, audioTrack: null },
      ...{ speech: false, beyondScene: false, text: null, words: null, language: null },
    },
  ];
}
