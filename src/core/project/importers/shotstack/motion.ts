import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { hasField } from '../own-fields.js';
import type { Edit } from './edit.js';
import { noteUnread, numberIn, objectIn, quoted, rounded } from './fields.js';
import { type Placement, setAnchor } from './placement.js';
import { type Transition, transitionsOf } from './transitions.js';
import { isTweened, keyframesOf, type OwnKeyframe, type Tween, tweensIn } from './tweens.js';

/** How far a clip slides in a transition, as a share of the frame. */
const SLIDE = 0.025;
/** How large a clip is where it zooms in from. */
const ZOOM = 10;
/** How much larger a clip gets by a zoom, and how far it slides, as a share of the frame. */
const ZOOMS = { '': 1.3, slow: 1.1, fast: 1.7 };
const SLIDES = { '': 0.12, slow: 0.03, fast: 0.2 };
const EFFECT = /^(zoom(?:in|out)|slide(?:left|right|up|down))(slow|fast)?$/;
const SKEW = { min: -80, max: 80 };
const ROTATION = { min: -3600, max: 3600 };

type Track = { readonly keyframes: readonly OwnKeyframe[]; readonly at: string };

/** What is moved. */
interface MotionScope {
  readonly clip: Members;
  readonly placement: Placement;
  readonly edit: Edit;
  /** Seconds at the start of the clip that are not rendered. */
  readonly cut: number;
  /** How a text appears by itself, besides the transition of its clip. */
  readonly appears?: object | null;
}

/**
 * Sets how an element moves: its transitions, its effect, its tweens, and how it is turned.
 *
 * @param kind of the element
 */
export function setMotion(own: OwnObject, kind: string, scope: MotionScope): void {
  const { clip, placement, edit, cut, appears = null } = scope;
  const tracks = new Map<string, Track>();
  const transitions = transitionsOf(clip, edit);
  const coming = cut === 0 ? transitions.in : null;
  if (appears !== null) {
    own.set('animate-in', appears, clip.pointer);
    // A text has one animation, and most transitions fade, too.
    if (coming !== null) own.set('fade-in', coming.seconds, coming.at);
  } else if (coming !== null) own.set('animate-in', animationOf(coming, scope), coming.at);
  if (transitions.out !== null)
    own.set('animate-out', animationOf(transitions.out, scope), transitions.out.at);
  setTweens(tracks, scope);
  setTransform(own, kind, tracks, scope);
  setEffect(tracks, scope);
  const opacity = clip.get('opacity');
  if (!isTweened(opacity)) {
    const share = numberIn(clip, 'opacity', edit.report);
    if (share !== null && share !== 1)
      own.set('opacity', Math.min(1, Math.max(0, share)), clip.at('opacity'));
  }
  if (tracks.size === 0) return;
  const keyframes = Object.fromEntries([...tracks].map(([name, track]) => [name, track.keyframes]));
  const volume = own.get('keyframes') as object | undefined;
  own.set('keyframes', { ...volume, ...keyframes }, [...tracks.values()][0]!.at);
  setAnchor(own, placement.anchor, clip);
}

/** A transition as an animation of a video config. What only comes near is noted. */
function animationOf(transition: Transition, { edit }: MotionScope): object {
  const { kind, direction, seconds: duration, side, at } = transition;
  // What moves comes evenly, and goes slower and slower.
  const easing = side === 'in' ? 'linear' : 'ease';
  const isAcross = direction === 'left' || direction === 'right';
  const { width, height } = edit.frame;
  switch (kind) {
    case 'fade':
      return { style: 'fade', duration };
    case 'slide':
      return {
        ...{ style: 'slide', duration, direction, easing },
        distance: Math.max(1, Math.round(SLIDE * (isAcross ? width : height))),
      };
    case 'carousel':
      return { style: 'carousel', duration, direction, easing };
    case 'zoom':
      return {
        ...{ style: 'zoom', duration, scale: ZOOM },
        easing: side === 'in' ? 'linear' : 'ease-out',
      };
    case 'reveal':
      return { style: 'wipe', duration, direction, easing: 'ease' };
    case 'wipe':
      edit.report.note(at, 'The edge of a wipe is sharp.');
      return { style: 'wipe', duration, direction, easing: 'ease-in-out' };
    case 'shuffle':
      edit.report.note(at, 'A shuffle is a movement without a turn.');
      return { style: 'carousel', duration, direction, easing: 'linear' };
    default:
      return kind satisfies never;
  }
}

function setTweens(tracks: Map<string, Track>, { clip, edit, cut }: MotionScope): void {
  const { report, frame } = edit;
  const add = (
    name: string,
    [given, field]: readonly [Members, string],
    value: (given: number) => number | string,
  ) => {
    const tweens = tweensIn(given, field, report);
    if (tweens === null) return;
    tracks.set(name, { keyframes: keyframesOf(later(tweens, cut), value), at: given.at(field) });
  };
  const clamped = (min: number, max: number) => (value: number) =>
    rounded(Math.min(max, Math.max(min, value)));
  add('opacity', [clip, 'opacity'], clamped(0, 1));
  add('scale', [clip, 'scale'], clamped(-20, 20));
  const offset = objectIn(clip, 'offset', report);
  const far = clamped(-32_000, 32_000);
  add('offset-x', [offset, 'x'], (share) => far(share * frame.width));
  add('offset-y', [offset, 'y'], (share) => far(-share * frame.height || 0));
}

/** The tweens of a clip whose start is cut off. */
export function later(tweens: readonly Tween[], cut: number): readonly Tween[] {
  if (cut === 0) return tweens;
  return tweens.map((tween) => ({
    ...tween,
    start: Math.max(0, tween.start - cut),
    end: Math.max(0, tween.end - cut),
  }));
}

/** Rotation and skew; what mirrors a picture is part of its look. */
function setTransform(
  own: OwnObject,
  kind: string,
  tracks: Map<string, Track>,
  { clip, placement, edit, cut }: MotionScope,
): void {
  const { report } = edit;
  const transform = objectIn(clip, 'transform', report);
  const rotate = objectIn(transform, 'rotate', report);
  const turns = tweensIn(rotate, 'angle', report);
  if (turns !== null) {
    const keyframes = keyframesOf(later(turns, cut), rounded);
    tracks.set('rotation', { keyframes, at: rotate.at('angle') });
  } else {
    const angle = numberIn(rotate, 'angle', report) ?? 0;
    if (angle !== 0) {
      const within = Math.min(ROTATION.max, Math.max(ROTATION.min, angle));
      own.set('rotate', within, rotate.at('angle'));
      setAnchor(own, placement.anchor, clip);
    }
  }
  noteUnread(rotate, report);
  setSkew(own, objectIn(transform, 'skew', report), tracks, { clip, placement, edit, cut });
  setFlip(own, kind, objectIn(transform, 'flip', report), edit);
  noteUnread(transform, report);
}

function setSkew(
  own: OwnObject,
  skew: Members,
  tracks: Map<string, Track>,
  { clip, placement, edit, cut }: MotionScope,
): void {
  const { report } = edit;
  const degrees = (value: number) => {
    const nearest = Math.min(SKEW.max, Math.max(SKEW.min, value));
    if (nearest !== value)
      report.note(skew.pointer, `A skew is at most ${SKEW.max} degrees, and so is this one.`);
    return rounded(nearest);
  };
  const still: { x?: number; y?: number } = {};
  for (const side of ['x', 'y'] as const) {
    const tweens = tweensIn(skew, side, report);
    if (tweens !== null) {
      const keyframes = keyframesOf(later(tweens, cut), degrees);
      tracks.set(`skew-${side}`, { keyframes, at: skew.at(side) });
      continue;
    }
    const value = numberIn(skew, side, report) ?? 0;
    if (value !== 0) still[side] = degrees(value);
  }
  noteUnread(skew, report);
  if (Object.keys(still).length === 0) return;
  own.set('skew', still, skew.pointer);
  setAnchor(own, placement.anchor, clip);
}

function setFlip(own: OwnObject, kind: string, flip: Members, { report }: Edit): void {
  const isSet = (side: string) => flip.get(side) === true || flip.get(side) === 'true';
  const [across, down] = [isSet('horizontal'), isSet('vertical')];
  noteUnread(flip, report);
  if (!across && !down) return;
  if (!hasField(kind, 'flip')) {
    // A shape is the same in a mirror. Texts have a negative size.
    if (kind === 'text') own.set('scale', { x: across ? -1 : 1, y: down ? -1 : 1 }, flip.pointer);
    return;
  }
  own.set('flip', across && down ? 'both' : across ? 'horizontal' : 'vertical', flip.pointer);
}

function setEffect(tracks: Map<string, Track>, { clip, edit, placement }: MotionScope): void {
  const { report, frame } = edit;
  const given = clip.get('effect');
  const at = clip.at('effect');
  const name = asWritten(given ?? 'none').toLowerCase();
  if (name === '' || name === 'none') return;
  const [, effect, speed = ''] = EFFECT.exec(name) ?? [];
  if (effect === undefined)
    return report.note(at, `The effect ${quoted(given)} is unknown, so there is none.`);
  const isZoom = effect.startsWith('zoom');
  const side = /left|right/.test(effect) ? 'x' : 'y';
  const taken = isZoom ? ['scale'] : ['scale', `offset-${side}`];
  if (taken.some((track) => tracks.has(track)))
    return report.note(at, 'A clip with tweens has no effect of its own.');
  const run = (from: number, to: number): Track => ({
    at,
    keyframes: [
      { time: 0, value: from },
      { time: 'end', value: to },
    ],
  });
  if (isZoom) {
    const larger = ZOOMS[speed as keyof typeof ZOOMS];
    tracks.set('scale', effect === 'zoomin' ? run(1, larger) : run(larger, 1));
    return;
  }
  const share = SLIDES[speed as keyof typeof SLIDES];
  const distance = rounded(share * (side === 'x' ? frame.width : frame.height));
  const forward = effect === 'slideright' || effect === 'slidedown';
  tracks.set(`offset-${side}`, forward ? run(-distance, distance) : run(distance, -distance));
  tracks.set('scale', { at, keyframes: [{ time: 0, value: rounded(1 + 2 * share) }] });
  if (placement.fit !== 'cover')
    report.note(
      at,
      'A picture with other proportions than the frame slides less far than in Shotstack.',
    );
}
