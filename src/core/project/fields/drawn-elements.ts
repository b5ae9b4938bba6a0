import { list, object, type ValuesOf, variants } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { choice, number } from '../../fields/scalars.js';
import {
  type DrawnElement,
  type GroupElement,
  type ImageElement,
  type Matte,
  MATTE_TYPES,
  type MatteType,
  type ShapeElement,
  type TextElement,
  type TimelineElement,
  type VideoElement,
} from '../types/index.js';
import { componentField } from './component.js';
import { blendFields, maskFields } from './compositing.js';
import {
  borderFields,
  cornerAndRotationFields,
  shadowFields,
  toCornersAndRotation,
  toRotation,
} from './corners-and-rotation.js';
import {
  common,
  media,
  timing,
  toMedia,
  toPlacement,
  toPlayback,
  toTiming,
} from './element-parts.js';
import { UNDRAWN } from '../../sources/page-address.js';
import { htmlFields, toPage } from './html.js';
import { lookFields, toLook } from './look.js';
import { motionFields, toMotion } from './motion.js';
import {
  movementFields,
  textMovementFields,
  toMovement,
  toTextMovement,
  videoMovementFields,
} from './movement.js';
import { inGroupSize, nested } from './nesting.js';
import { boxPlacementFields, placementFields, picturePlacementFields } from './placement.js';
import { playbackFields } from './playback.js';
import { shapeFields, toShape } from './shape.js';
import { audio, voice } from './sounds.js';
import { textFields, toText } from './text-element.js';
import { color, pictureSource } from './values.js';
import { soundOf, toWaveform, waveformFields } from './waveform.js';

/** An element that is seen. Its schema refers to itself. */
const drawn: Field<DrawnElement | null> = nested<DrawnElement | null>(
  {
    description:
      'The image, page of HTML, video, shape, text, waveform, group, or component whose opacity or brightness counts.',
    get oneOf() {
      return [image, html, video, shape, text, waveform, group, component].map(
        ({ schema }) => schema,
      );
    },
  },
  () => variants({ image, html, video, shape, text, waveform, group, component }),
  { expected: 'an object', missing: null },
);

const MOST_ELEMENTS = 500;

const nestedElements: Field<(TimelineElement | null)[]> = nested<(TimelineElement | null)[]>(
  {
    type: 'array',
    minItems: 0,
    maxItems: MOST_ELEMENTS,
    default: [],
    description: 'The elements of the group. Times and places are relative to the group.',
    get items() {
      return inner().schema;
    },
  },
  () => list(inner(), { min: 0, max: MOST_ELEMENTS }),
  { expected: `a list with 0 to ${MOST_ELEMENTS} items`, missing: [] },
);

const inner = () =>
  variants({ audio, voice, image, html, video, shape, text, waveform, group, component });

const matte: Field<Matte | null> = object(
  {
    type: choice<MatteType>(MATTE_TYPES)
      .default('alpha')
      .describe(
        'What counts: the opacity of the matte (`alpha`), or its brightness (`luma`), where black and transparent are the same.',
      ),
    element: drawn.required(),
  },
  { title: 'matte' },
).map(({ type, element }) => element && { type, element });

/** How an element combines with what is below it. */
const compositing = {
  ...blendFields,
  matte: matte
    .orNull()
    .describe('Another element, which is not seen: this one shows only where that one is.'),
};

const toCompositing = ({ blend, matte }: ValuesOf<typeof compositing>) => ({ blend, matte });

const visual = {
  ...compositing,
  ...maskFields,
  ...picturePlacementFields,
  ...cornerAndRotationFields,
  ...borderFields,
  ...shadowFields,
  ...lookFields,
  ...motionFields,
  ...movementFields,
};

const toPicture = (given: ValuesOf<typeof visual>) => ({
  ...toPlacement(given),
  resize: given.resize,
  margin: given.margin,
  offset: { x: given['offset-x'], y: given['offset-y'] },
  padding: given.padding,
  sourceScale: 1,
  motion: toMotion(given),
  movement: toMovement(given),
  look: toLook(given),
  outline: toCornersAndRotation(given),
  mask: given.mask,
  ...toCompositing(given),
});

export const image: Field<ImageElement> = object(
  {
    ...common('image'),
    ...media('container'),
    src: pictureSource.describe(
      'Address of the source: a URL, `asset:` and the ID of an uploaded file, or an SVG drawing as `data:image/svg+xml,` and its text or its Base64.',
    ),
    ...visual,
  },
  { title: 'image' },
).map((given, place) => ({ type: 'image', ...toMedia(given, place), ...toPicture(given) }));

const { resize: _, ...pageVisual } = visual;

/** An image element whose source is drawn. */
export const html: Field<ImageElement> = object(
  { ...common('html'), ...htmlFields, ...timing('container'), ...pageVisual },
  { title: 'html' },
).map((given, place) => ({
  type: 'image',
  ...toTiming(given, place),
  src: UNDRAWN,
  acceptDamaged: false,
  ...toPicture({ ...given, resize: 'fill' }),
  ...toPage(given, given, place),
}));

export const video: Field<VideoElement> = object(
  {
    ...common('video'),
    ...media('natural'),
    ...visual,
    ...videoMovementFields,
    ...playbackFields,
  },
  { title: 'video' },
).map((given, place) => ({
  type: 'video',
  ...toMedia(given, place),
  ...toPicture(given),
  ...toPlayback(given, place),
  volumeKeyframes: given.keyframes.volume,
}));

export const shape: Field<ShapeElement> = object(
  {
    ...common('shape'),
    ...timing('container'),
    ...shapeFields,
    ...boxPlacementFields,
    ...compositing,
    ...maskFields,
    ...cornerAndRotationFields,
    ...movementFields,
    ...shadowFields,
  },
  { title: 'shape' },
).map((given, at) => ({
  type: 'shape',
  ...toTiming(given, at),
  ...toShape(given),
  ...toPlacement(given),
  margin: given.margin,
  outline: toCornersAndRotation(given),
  movement: toMovement(given),
  mask: given.mask,
  ...toCompositing(given),
}));

const UNTIL_LAST = 'until the last of its elements ends';

/** What a group and a component have in common. */
const groupFields = {
  ...boxPlacementFields,
  ...compositing,
  ...maskFields,
  ...cornerAndRotationFields,
  ...borderFields,
  ...shadowFields,
  ...movementFields,
};

export const group: Field<GroupElement> = inGroupSize(
  object(
    {
      ...common('group'),
      ...timing('natural', UNTIL_LAST),
      elements: nestedElements,
      'background-color': color().orNull().describe('Color behind the elements of the group.'),
      volume: number({ min: 0, max: 10 })
        .default(1)
        .describe('Multiplied with the volume of each sound in the group.'),
      ...groupFields,
    },
    { title: 'group' },
  ).map((given, at) => ({
    type: 'group',
    ...toTiming(given, at),
    ...toPlacement(given),
    margin: given.margin,
    elements: given.elements.filter((one) => one !== null),
    backgroundColor: given['background-color'],
    volume: given.volume,
    outline: toCornersAndRotation(given),
    movement: toMovement(given),
    mask: given.mask,
    ...toCompositing(given),
  })),
);

/** A group in which the loudness of sound is drawn. Without a width or a height, it has that of the frame. */
export const waveform: Field<GroupElement> = object(
  { ...common('waveform'), ...waveformFields, ...timing('container'), ...groupFields },
  { title: 'waveform' },
).map((given, at) => ({
  type: 'group',
  ...toTiming(given, at),
  ...toPlacement(given),
  width: given.width ?? at.context.frame.width,
  height: given.height ?? at.context.frame.height,
  margin: given.margin,
  elements: soundOf(given, at),
  waveform: toWaveform(given),
  backgroundColor: null,
  volume: 1,
  outline: toCornersAndRotation(given),
  movement: toMovement(given),
  mask: given.mask,
  ...toCompositing(given),
}));

/** A group that a template makes. It shows until the end of its scene, unless the author says how long. */
export const component: Field<GroupElement | null> = componentField(
  { ...common('component'), ...timing('container', UNTIL_LAST), ...groupFields },
  group,
);

export const text: Field<TextElement> = object(
  {
    ...common('text'),
    ...timing('container'),
    ...textFields,
    ...placementFields,
    ...compositing,
    rotate: cornerAndRotationFields.rotate,
    ...textMovementFields,
  },
  { title: 'text' },
).map((given, at) => ({
  type: 'text',
  ...toTiming(given, at),
  ...toText(given, at),
  movement: toTextMovement(given),
  rotation: toRotation(given),
  ...toPlacement(given),
  ...toCompositing(given),
}));
