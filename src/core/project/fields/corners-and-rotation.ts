import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { anyOf, number } from '../../fields/scalars.js';
import type { CornersAndRotation, Rotation } from '../types/index.js';
import { length } from './lengths.js';

const degrees = () => number({ min: -3600, max: 3600 });

const rotation: Field<Rotation> = object(
  {
    angle: degrees().default(0).describe('Angle when the element appears, in degrees clockwise.'),
    speed: degrees().default(0).describe('Rotation in degrees per second.'),
  },
  { title: 'rotation' },
);

/** Rounded corners and rotation of an element. */
export const cornerAndRotationFields = {
  'corner-radius': length({ min: 0, max: 4096 })
    .defaultFrom(() => ({ px: 0 }))
    .describe(
      'Radius of the corners in pixels, or as a percentage of the shorter side (at most `"50%"`).',
    ),
  rotate: anyOf<Rotation, Rotation>(
    degrees().map((angle) => ({ angle, speed: 0 })),
    rotation,
  )
    .orNull()
    .describe(
      'Rotates the element around its center: an angle in degrees clockwise, or a continuous rotation.',
    ),
};

export function toCornersAndRotation(
  given: ValuesOf<typeof cornerAndRotationFields>,
): CornersAndRotation {
  const { rotate } = given;
  const isRotated = rotate !== null && (rotate.angle % 360 !== 0 || rotate.speed !== 0);
  return { cornerRadius: given['corner-radius'], rotation: isRotated ? rotate : null };
}
