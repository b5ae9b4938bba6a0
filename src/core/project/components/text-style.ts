import { color } from '../../fields/color.js';
import type { ValuesOf } from '../../fields/composites.js';
import { family } from '../../fields/font-family.js';
import { integer, number } from '../../fields/scalars.js';
import type { JsonObject } from '../../util/json-object.js';

/** A color with a default, and what it is for. */
export const colorOf = (what: string, missing: string) =>
  color()
    .defaultFrom(() => missing)
    .describe(`${what} Default: \`${shortened(missing)}\`.`);

/** `#RRGGBB` for opaque colors. */
const shortened = (color: string) => color.replace(/^(#.{6})FF$/, '$1');

/** The look of the texts of a component. */
export const textStyle = {
  'font-family': family.describe('An installed font family.'),
  'font-weight': integer({ min: 100, max: 900 })
    .default(700)
    .describe('400 is regular, 700 is bold.'),
  'font-size': number({ min: 4, max: 1000 })
    .orNull()
    .describe('Font size in pixels of the output. Default: as large as fits.'),
  'font-color': colorOf('Color of the letters.', '#FFFFFFFF'),
};

/** The settings of a text element. */
export function toTextSettings(given: ValuesOf<typeof textStyle>): JsonObject {
  return {
    'font-family': given['font-family'],
    'font-weight': given['font-weight'],
    'font-color': given['font-color'],
    ...(given['font-size'] === null ? {} : { 'font-size': given['font-size'] }),
  };
}
