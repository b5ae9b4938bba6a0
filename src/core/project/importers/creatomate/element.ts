import type { Members } from '../members.js';

import { OwnObject } from '../own-object.js';
import { animate } from './animate.js';
import { type Animation, animationsOf } from './animation.js';
import { geometryOf, type Geometry, type Box, wholeBox, evenBox } from './box.js';
import { Motion } from './motion.js';
import type { Stage } from './script.js';
import type { Timing } from './timing.js';
import { type Transform, isAtRest, transformOf, writeTransform } from './transforms.js';

/** An element while it is translated. */
export interface Draft {
  readonly props: Members;
  readonly stage: Stage;
  readonly timing: Timing;
  readonly geometry: Geometry;
  readonly motion: Motion;
  readonly transform: Transform;
}

/** An element of a video config, which may begin some seconds later than the one that it comes from. */
export interface Part {
  readonly own: OwnObject;
  readonly delay: number;
  /** The length of something that repeats, instead of that of one time. */
  readonly seconds?: number;
}

/** Starts an element that is seen: where it is, and how it moves. */
export function draftOf(
  props: Members,
  {
    stage,
    timing,
    fills,
  }: { readonly stage: Stage; readonly timing: Timing; readonly fills: boolean },
): Draft {
  const motion = new Motion(timing.seconds, stage.script.report);
  const geometry = geometryOf(props, stage, fills);
  const transform = transformOf(props, geometry, motion, stage);
  return { props, stage, timing, geometry, motion, transform };
}

/** Lets a draft move as its animations say, or those of them that are wanted. */
export function animateDraft(
  draft: Draft,
  isWanted: (animation: Animation) => boolean = () => true,
): void {
  const { props, stage } = draft;
  for (const animation of animationsOf(props, stage).filter(isWanted)) animate(animation, draft);
}

/** Sets the box, the transformations, and the motion of an element. @returns the box in whole pixels */
export function placeDraft(
  { props, geometry, motion, transform }: Draft,
  own: OwnObject,
  kind: string,
  box: Box = geometry.box,
): Box {
  const whole = kind === 'group' ? evenBox(box) : wholeBox(box);
  own.set('x', whole.x, props.at('x')).set('y', whole.y, props.at('y'));
  own.set('width', whole.width, props.at('width')).set('height', whole.height, props.at('height'));
  const shifted = {
    ...geometry,
    anchor: {
      x: (geometry.box.x + geometry.anchor.x * geometry.box.width - box.x) / box.width,
      y: (geometry.box.y + geometry.anchor.y * geometry.box.height - box.y) / box.height,
    },
  };
  const isMoved = !isAtRest(transform) || motion.isSeen;
  writeTransform(transform, shifted, own, { props, kind, isMoved });
  motion.write(own, kind, box);
  return whole;
}

/** What every element may have, and what means nothing for the video. */
const EDITOR_FIELDS = [
  ...['dynamic', 'locked', 'name', 'id', 'type', 'track', 'time', 'duration', 'visible'],
  ...['elements', 'x-alignment', 'y-alignment', 'clip', 'mask-mode', 'tags', 'comment', 'note'],
];

/** Notes the properties that nothing has read. */
export function noteUnread(props: Members, { script: { report } }: Stage): void {
  for (const name of EDITOR_FIELDS) props.get(name);
  for (const name of props.unreadNames())
    report.note(
      props.at(name),
      `Unknown property "${name.replaceAll('-', '_')}", which is left out, as in Creatomate.`,
    );
}

/** Starts an element of a video config. */
export const ownOf = (props: Members, type: string) =>
  new OwnObject(props.pointer).set('type', type, props.at('type'));
