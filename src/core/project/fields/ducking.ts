import type { Field } from '../../fields/field.js';
import { object } from '../../fields/composites.js';
import { anyOf, boolean, number } from '../../fields/scalars.js';
import type { Ducking } from '../types/index.js';

const DEFAULTS: Ducking = { levelDb: -12, attackMs: 300, releaseMs: 800 };

const settings: Field<Ducking> = object(
  {
    level: number({ min: -60, max: 0 })
      .default(DEFAULTS.levelDb)
      .describe('Gain in decibels while somebody speaks.'),
    attack: number({ min: 0.01, max: 5, unit: 'seconds' })
      .default(DEFAULTS.attackMs / 1000)
      .describe('Length of the fade down in seconds. It ends when the voice begins.'),
    release: number({ min: 0.01, max: 10, unit: 'seconds' })
      .default(DEFAULTS.releaseMs / 1000)
      .describe('Length of the fade up after the voice, in seconds.'),
  },
  { title: 'ducking' },
).map(({ level, attack, release }) => ({
  levelDb: level,
  attackMs: Math.round(attack * 1000),
  releaseMs: Math.round(release * 1000),
}));

/** How the sound ducks under speech, or null when it does not. */
export const ducking: Field<Ducking | null> = anyOf(
  boolean().map((isOn) => (isOn ? DEFAULTS : null)),
  settings,
)
  .orNull()
  .describe('Lowers the volume while somebody speaks. `true` lowers it by 12 dB.');
