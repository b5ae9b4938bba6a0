import { valueAt } from '../../../motion/keyframes.js';
import { hasField } from '../own-fields.js';
import type { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import type { Box } from './box.js';
import { type Key, secondsAt, writtenTime } from './keyframes.js';
import { clamp, round } from './units.js';

/** What changes, besides the place: what it is at rest, and the bounds of a video config. */
const PROPERTIES = {
  x: { rest: 0, min: -32_000, max: 32_000 },
  y: { rest: 0, min: -32_000, max: 32_000 },
  'scale-x': { rest: 1, min: -20, max: 20 },
  'scale-y': { rest: 1, min: -20, max: 20 },
  rotation: { rest: 0, min: -36_000, max: 36_000 },
  'skew-x': { rest: 0, min: -80, max: 80 },
  'skew-y': { rest: 0, min: -80, max: 80 },
  opacity: { rest: 1, min: 0, max: 1 },
  blur: { rest: 0, min: 0, max: 200 },
  'crop-left': { rest: 0, min: 0, max: 1 },
  'crop-right': { rest: 0, min: 0, max: 1 },
  'crop-top': { rest: 0, min: 0, max: 1 },
  'crop-bottom': { rest: 0, min: 0, max: 1 },
  volume: { rest: 1, min: 0, max: 10 },
} as const;

export type Property = keyof typeof PROPERTIES;
export type Slot = 'animate-in' | 'animate-out' | 'animate';

const MULTIPLIED: ReadonlySet<Property> = new Set(['scale-x', 'scale-y', 'opacity', 'volume']);
const LARGEST: ReadonlySet<Property> = new Set<Property>([
  ...(['crop-left', 'crop-right', 'crop-top', 'crop-bottom', 'blur'] as const),
]);
/** Keyframes of a property in a video config. */
const MOST_KEYS = 500;
const STEPS = 24;
/** Seconds that nobody sees. */
const INSTANT = 1e-4;

interface Change {
  readonly keys: readonly Key[];
  readonly at: string;
}

/** All that changes in an element: values at times, and animations. Offsets of `x` and `y` are in pixels from its place. */
export class Motion {
  private readonly changes = new Map<Property, Change[]>();
  private readonly slots = new Map<Slot, { readonly value: object; readonly at: string }>();

  constructor(
    /** The length of the element in seconds, or null. */
    readonly seconds: number | null,
    private readonly report: Report,
  ) {}

  /** The same changes, to which others can be added. */
  copy(): Motion {
    const copy = new Motion(this.seconds, this.report);
    for (const [property, changes] of this.changes) copy.changes.set(property, changes);
    for (const [slot, value] of this.slots) copy.slots.set(slot, value);
    return copy;
  }

  get isStill(): boolean {
    return this.changes.size === 0 && this.slots.size === 0;
  }

  /** Whether anything but the volume changes, or is animated. */
  get isSeen(): boolean {
    return this.slots.size > 0 || [...this.changes.keys()].some((name) => name !== 'volume');
  }

  /** Lets a property change. Several changes of one are combined as in a video config. */
  add(property: Property, keys: readonly Key[], at: string): void {
    if (keys.length === 0) return;
    this.changes.set(property, [...(this.changes.get(property) ?? []), { keys, at }]);
  }

  /** Adds an animation. @returns false if there is one already */
  animate(slot: Slot, value: object, at: string): boolean {
    if (this.slots.has(slot)) return false;
    this.slots.set(slot, { value, at });
    return true;
  }

  /** Sets the keyframes and the animations of an element at a place. */
  write(own: OwnObject, kind: string, place: Pick<Box, 'x' | 'y'>): void {
    if (this.isStill) return;
    const canMove = hasField(kind, 'keyframes');
    const keyframes: Record<string, unknown> = {};
    for (const [property, changes] of this.changes) {
      const keys = canMove ? this.written(property, changes, place) : null;
      if (keys !== null) keyframes[property] = keys;
      else if (!canMove)
        this.report.note(changes[0]!.at, `A ${kind} does not move. The change is left out.`);
    }
    const at = [...this.changes.values()][0]?.[0]?.at;
    if (Object.keys(keyframes).length > 0) own.set('keyframes', keyframes, at);
    for (const [slot, { value, at: origin }] of this.slots) {
      if (own.get(slot) !== undefined)
        this.report.note(origin, 'Another animation is in its place. This one is left out.');
      else if (hasField(kind, slot))
        own.set(slot, kind === 'text' && slot !== 'animate' ? ofText(value) : value, origin);
      else this.report.note(origin, `A ${kind} does not move. The animation is left out.`);
    }
  }

  private written(
    property: Property,
    changes: readonly Change[],
    place: Pick<Box, 'x' | 'y'>,
  ): object[] | null {
    const [first] = changes;
    const keys = changes.length === 1 ? first!.keys : this.combined(property, changes);
    if (keys.length > MOST_KEYS) {
      this.report.note(
        first!.at,
        `A property changes ${MOST_KEYS} times at most. The rest is left out.`,
      );
    }
    const { min, max } = PROPERTIES[property];
    const base = property === 'x' ? place.x : property === 'y' ? place.y : 0;
    const written = keys.slice(0, MOST_KEYS).map(({ time, value, easing }) => ({
      time: writtenTime(time, this.seconds),
      value: round(clamp(base + value, min, max)),
      ...(easing === 'linear' ? {} : { easing }),
    }));
    if (written.every(({ time }) => time !== null)) return written;
    this.report.noteUnknown(
      first!.at,
      'The length of the element is not known before its media are read, so it does not move there.',
    );
    return null;
  }

  /** The sum, the product, or the maximum of several changes, in small linear steps. */
  private combined(property: Property, changes: readonly Change[]): readonly Key[] {
    const tracks = changes.map(({ keys }) =>
      keys.map(({ time, value, easing }) => ({
        time: secondsAt(time, this.seconds),
        value,
        easing,
      })),
    );
    const isTimed = tracks.every((track) => track.every(({ time }) => time !== null));
    if (!isTimed) {
      this.report.noteUnknown(
        changes[1]!.at,
        `The length of the element is not known before its media are read, so only the first change of its ${property} counts.`,
      );
      return changes[0]!.keys;
    }
    const timed = tracks as { time: number; value: number; easing: string }[][];
    const valueOf = (time: number) => {
      const values = timed.map((track) => valueAt(track, time));
      if (MULTIPLIED.has(property)) return values.reduce((product, value) => product * value, 1);
      if (LARGEST.has(property)) return Math.max(...values);
      return values.reduce((sum, value) => sum + value, 0);
    };
    const times = [...new Set(timed.flat().map(({ time }) => time))].sort((a, b) => a - b);
    const steps = clamp(Math.floor((MOST_KEYS - 2) / times.length), 1, STEPS);
    const keys: Key[] = [];
    for (const [index, time] of times.entries()) {
      const until = times[index + 1];
      const at = (seconds: number, value: number): Key => ({
        time: { seconds },
        value,
        easing: 'linear',
      });
      keys.push(at(time, valueOf(time)));
      if (until === undefined) continue;
      for (let step = 1; step < steps; step++) {
        const between = time + ((until - time) * step) / steps;
        keys.push(at(between, valueOf(between)));
      }
      // Just before a jump, so that it stays one.
      const before = until - INSTANT;
      const usual = Math.abs(valueOf(before) - valueOf(before - INSTANT));
      const isJump = Math.abs(valueOf(until) - valueOf(before)) > 10 * usual + 1e-3;
      if (isJump && before > time) keys.push(at(before, valueOf(before)));
    }
    return keys.slice(0, MOST_KEYS);
  }
}

const LONGEST_TEXT_ANIMATION = 10;

/** An animation of an element as that of a whole text, which is shorter and may have fewer settings. */
function ofText(value: object): object {
  const entries = Object.entries(value).filter(([name]) => hasField('text-animation', name));
  const { duration, ...rest } = Object.fromEntries(entries) as Record<string, unknown>;
  return { ...rest, by: 'element', duration: Math.min(LONGEST_TEXT_ANIMATION, Number(duration)) };
}
