import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { anyOf, number } from '../../fields/scalars.js';
import type { CornersAndRotation, Rotation, Shadow } from '../types/index.js';
import { length, pixels } from './lengths.js';
import { color } from './values.js';

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

const LONGEST_SHADOW = 500;
const shadowOffset = () => pixels({ min: -LONGEST_SHADOW, max: LONGEST_SHADOW }).default(0);

/** The shadow of an element. */
export const shadowFields = {
  'shadow-x': shadowOffset().describe('Distance of the shadow to the right, in pixels.'),
  'shadow-y': shadowOffset().describe('Distance of the shadow down, in pixels.'),
  'shadow-blur': pixels({ min: 0, max: LONGEST_SHADOW })
    .default(0)
    .describe('Radius of the blur of the shadow in pixels, as in CSS.'),
  'shadow-color': color()
    .orNull()
    .describe(
      'Color of the shadow. Default: `#00000080` if the shadow has an offset or a blur, otherwise no shadow.',
    ),
};

/** The border of a picture. */
export const borderFields = {
  'border-width': pixels({ min: 0, max: 1000 })
    .default(0)
    .describe('Width of a line along the edge of the picture in pixels, inward. 0 is no border.'),
  'border-color': color()
    .defaultFrom(() => '#000000FF')
    .describe('Color of the border. Default: black.'),
};

type Given = ValuesOf<typeof cornerAndRotationFields & typeof shadowFields> &
  Partial<ValuesOf<typeof borderFields>>;

export function toCornersAndRotation(given: Given): CornersAndRotation {
  const { 'border-width': width = 0, 'border-color': line = '' } = given;
  return {
    cornerRadius: given['corner-radius'],
    rotation: toRotation(given),
    border: width > 0 ? { width, color: line } : null,
    shadow: toShadow(given),
  };
}

/** The rotation, or null if there is none. */
export function toRotation({ rotate }: { readonly rotate: Rotation | null }): Rotation | null {
  const isRotated = rotate !== null && (rotate.angle % 360 !== 0 || rotate.speed !== 0);
  return isRotated ? rotate : null;
}

function toShadow(given: ValuesOf<typeof shadowFields>): Shadow | null {
  const { 'shadow-x': x, 'shadow-y': y, 'shadow-blur': blur, 'shadow-color': own } = given;
  const hasShadow = own !== null || x !== 0 || y !== 0 || blur !== 0;
  const shadow = { x, y, blur, color: own ?? '#00000080' };
  return hasShadow && !shadow.color.endsWith('00') ? shadow : null;
}
