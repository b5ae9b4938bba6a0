import { object } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { anyOf, choice, number } from '../../fields/scalars.js';
import type { Margins } from '../types/index.js';
import { SAFE_AREAS, type SafeAreaName } from './caption-style-defaults.js';

const percent = () => number({ min: 0, max: 75 }).default(5);

const uniform = number({ min: 0, max: 25 }).map((given): Margins => {
  const part = given / 100;
  return { left: part, right: part, top: part, bottom: part };
});
const named = choice<SafeAreaName>(Object.keys(SAFE_AREAS) as SafeAreaName[]).map(
  (name): Margins => SAFE_AREAS[name],
);

/** The margins of each side, in percent of the frame. */
const margins: Field<Margins> = object(
  {
    top: percent().describe('Margin above, in percent of the frame height.'),
    right: percent().describe('Margin on the right, in percent of the frame width.'),
    bottom: percent().describe('Margin below, in percent of the frame height.'),
    left: percent().describe('Margin on the left, in percent of the frame width.'),
  },
  { title: 'caption-margins' },
).map(({ top, right, bottom, left }) => ({
  top: top / 100,
  right: right / 100,
  bottom: bottom / 100,
  left: left / 100,
}));

/** Margins that are kept free, as shares of the frame. */
export const safeArea: Field<Margins> = anyOf(anyOf(margins, uniform), named).defaultFrom(
  () => SAFE_AREAS.title,
);
