import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { either, number } from '../../fields/scalars.js';
import type { CornersAndRotation, Rotation } from '../types/index.js';
import { length } from './lengths.js';

const degrees = () => number({ min: -3600, max: 3600 });

const rotation: Field<Rotation> = object(
  {
    angle: degrees().or(0).about('Degrees, clockwise, as the element comes.'),
    speed: degrees().or(0).about('Degrees by which it turns on each second.'),
  },
  { title: 'rotation' },
);

/** How an element is cut and turned where it stands. */
export const outlineFields = {
  'corner-radius': length({ min: 0, max: 4096 })
    .orElse(() => ({ px: 0 }))
    .about('How round its corners are: pixels, or per cent of its shorter side (`"50%"` at most).'),
  rotate: either<Rotation, Rotation>(
    degrees().map((angle) => ({ angle, speed: 0 })),
    rotation,
  )
    .orNull()
    .about('Turns it around its middle: degrees, clockwise, or how it goes on turning.'),
};

export function outlineOf(given: ValuesOf<typeof outlineFields>): CornersAndRotation {
  const { rotate } = given;
  const turned = rotate !== null && (rotate.angle % 360 !== 0 || rotate.speed !== 0);
  return { cornerRadius: given['corner-radius'], rotation: turned ? rotate : null };
}
