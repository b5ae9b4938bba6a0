import { type Animation, DIRECTIONS, ENTRANCES, LOOPS } from './animations.js';
import { entranceChannels, exitChannels, reverseEasing } from './entrances.js';
import { loopChannels } from './loops.js';
import { easingOf } from './easing.js';
import { hides, isSamePose, type Pose, poseAt, REST } from './pose.js';

const SPACE = {
  box: { x: 100, y: 50, width: 200, height: 100 },
  frame: { width: 640, height: 360 },
};

const animation = <Style extends string>(
  style: Style,
  more: Partial<Animation> = {},
): Animation<Style> => ({
  ...{ easing: null, direction: null, distance: null, scale: null },
  ...{ angle: null, frequency: null, fade: null, ...more },
  style,
});
const enter = (style: (typeof ENTRANCES)[number], more: Partial<Animation> = {}) =>
  entranceChannels(animation(style, more), SPACE, { from: 0, to: 1 });
const leave = (style: (typeof ENTRANCES)[number], more: Partial<Animation> = {}) =>
  exitChannels(animation(style, more), SPACE, { from: 2, to: 3 });

describe('animations', () => {
  it.each(ENTRANCES)('%s ends at rest, and begins or ends away from it', (style) => {
    expect(isSamePose(poseAt(enter(style), 1), REST)).toBe(true);
    expect(isSamePose(poseAt(leave(style), 2), REST)).toBe(true);
    const swings = style === 'shake' || style === 'wiggle';
    expect(isSamePose(poseAt(enter(style), swings ? 0.06 : 0), REST)).toBe(false);
    expect(isSamePose(poseAt(leave(style), swings ? 2.94 : 3), REST)).toBe(false);
  });

  const outside = ({ x, y }: Pose) => {
    const { box, frame } = SPACE;
    const [left, top] = [box.x + x, box.y + y];
    return (
      left + box.width <= 0 || top + box.height <= 0 || left >= frame.width || top >= frame.height
    );
  };

  it.each(DIRECTIONS)('fly brings the box in from outside of the frame, to the %s', (direction) => {
    const start = poseAt(enter('fly', { direction }), 0);
    const end = poseAt(leave('fly', { direction }), 3);
    expect([outside(start), outside(end)]).toEqual([true, true]);
    const sign = direction === 'left' || direction === 'up' ? -1 : 1;
    expect(Math.sign(start.x + start.y)).toBe(-sign);
    expect(Math.sign(end.x + end.y)).toBe(sign);
  });

  it('wipe moves an edge over the box', () => {
    expect(poseAt(enter('wipe'), 0.25)).toMatchObject({ 'crop-right': 0.75, 'crop-left': 0 });
    expect(poseAt(leave('wipe'), 2.25)).toMatchObject({ 'crop-right': 0, 'crop-left': 0.25 });
    expect(hides(poseAt(enter('wipe'), 0))).toBe(true);
  });

  it('take what is given instead of what is usual', () => {
    expect(poseAt(enter('slide', { distance: { px: 7 }, fade: false }), 0)).toMatchObject({
      ...{ x: 0, y: 7, opacity: 1 },
    });
    expect(poseAt(enter('slide'), 0)).toMatchObject({ y: 25, opacity: 0 });
    expect(poseAt(enter('zoom', { scale: 2, easing: 'linear' }), 0.5)['scale-x']).toBe(1.5);
  });

  it('leave as they come, backward', () => {
    for (const t of [0.1, 0.4, 0.8]) {
      expect(poseAt(leave('pop'), 3 - t)['scale-x']).toBeCloseTo(
        poseAt(enter('pop'), t)['scale-x'],
        9,
      );
    }
    for (const name of [
      'ease',
      'ease-in',
      'cubic-out',
      'sine-in-out',
      'cubic-bezier(0.1, 0, 0.3, 1)',
    ]) {
      for (const t of [0.2, 0.5, 0.9]) {
        expect(easingOf(reverseEasing(name))(t)).toBeCloseTo(1 - easingOf(name)(1 - t), 6);
      }
    }
  });

  it.each(LOOPS)('%s moves all the time', (style) => {
    const channels = loopChannels(animation(style), SPACE, { from: 0, to: 10 });
    const poses = Array.from({ length: 10 }, (_, second) => poseAt(channels, second + 0.13));
    poses.slice(1).forEach((pose, index) => {
      const later = poseAt(channels, index + 1.21);
      expect(isSamePose(pose, later)).toBe(false);
    });
  });

  it('keep the picture of a pan and of ken-burns within its box', () => {
    for (const style of ['pan', 'ken-burns'] as const) {
      for (const direction of DIRECTIONS) {
        const channels = loopChannels(animation(style, { direction }), SPACE, { from: 0, to: 4 });
        for (const time of [0, 1, 2, 3, 4]) {
          const pose = poseAt(channels, time);
          const room = (pose['view-scale'] - 1) / 2 + 1e-9;
          expect(Math.abs(pose['view-x'])).toBeLessThanOrEqual(room);
          expect(Math.abs(pose['view-y'])).toBeLessThanOrEqual(room);
        }
      }
    }
  });
});
