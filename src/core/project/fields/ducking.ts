import type { Field } from '../../fields/field.js';
import { object } from '../../fields/composites.js';
import { anyOf, boolean, number } from '../../fields/scalars.js';
import type { Ducking } from '../types/index.js';

const USUAL: Ducking = { levelDb: -12, attackMs: 300, releaseMs: 800 };

const settings: Field<Ducking> = object(
  {
    level: number({ min: -60, max: 0 })
      .default(USUAL.levelDb)
      .describe('Decibels by which the sound goes down.'),
    attack: number({ min: 0.01, max: 5, unit: 'seconds' })
      .default(USUAL.attackMs / 1000)
      .describe('Seconds over which it goes down; it is down when the voice begins.'),
    release: number({ min: 0.01, max: 10, unit: 'seconds' })
      .default(USUAL.releaseMs / 1000)
      .describe('Seconds over which it comes back after the voice.'),
  },
  { title: 'ducking' },
).map(({ level, attack, release }) => ({
  levelDb: level,
  attackMs: Math.round(attack * 1000),
  releaseMs: Math.round(release * 1000),
}));

/** How a sound makes room for speech; null: not at all. */
export const ducking: Field<Ducking | null> = anyOf(
  boolean().map((wanted) => (wanted ? USUAL : null)),
  settings,
)
  .orNull()
  .describe('Goes down while somebody speaks; `true`: by 12 dB.');
