import type { Field } from '../../fields/field.js';
import { object } from '../../fields/composites.js';
import { either, flag, number } from '../../fields/scalars.js';
import type { Ducking } from '../types/index.js';

const USUAL: Ducking = { levelDb: -12, attackMs: 300, releaseMs: 800 };

const settings: Field<Ducking> = object(
  {
    level: number({ min: -60, max: 0 })
      .or(USUAL.levelDb)
      .about('Decibels by which the sound goes down.'),
    attack: number({ min: 0.01, max: 5, unit: 'seconds' })
      .or(USUAL.attackMs / 1000)
      .about('Seconds over which it goes down; it is down when the voice begins.'),
    release: number({ min: 0.01, max: 10, unit: 'seconds' })
      .or(USUAL.releaseMs / 1000)
      .about('Seconds over which it comes back after the voice.'),
  },
  { title: 'ducking' },
).map(({ level, attack, release }) => ({
  levelDb: level,
  attackMs: Math.round(attack * 1000),
  releaseMs: Math.round(release * 1000),
}));

/** How a sound makes room for speech; null: not at all. */
export const ducking: Field<Ducking | null> = either(
  flag().map((wanted) => (wanted ? USUAL : null)),
  settings,
)
  .orNull()
  .about('Goes down while somebody speaks; `true`: by 12 dB.');
