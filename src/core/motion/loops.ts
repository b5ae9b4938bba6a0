import {
  type Animation,
  type AnimationSpace,
  type AnimationTime,
  distanceOf,
  isAcross,
  type Loop,
  STEPS,
} from './animations.js';
import { type Channel, type PoseProperty, REST } from './pose.js';

/** The channels with which an element moves all the time that it shows. */
export function loopChannels(
  animation: Animation<Loop>,
  space: AnimationSpace,
  { from, to }: AnimationTime,
): Channel[] {
  const easing = animation.easing ?? 'linear';
  const run = (property: PoseProperty, start: number, end: number): Channel => ({
    property,
    track: [
      { time: from, value: start, easing },
      { time: to, value: end, easing },
    ],
  });
  const swinging = (property: PoseProperty, size: number, frequency: number): Channel => {
    const period = 1 / (animation.frequency ?? frequency);
    const at = (share: number, value: number, by: string) => ({
      time: share * period,
      value,
      easing: by,
    });
    const rest = REST[property];
    const track = [
      at(0, rest, 'linear'),
      at(0.25, rest + size, 'sine-out'),
      at(0.5, rest, 'sine-in'),
      at(0.75, rest - size, 'sine-out'),
      at(1, rest, 'sine-in'),
    ];
    return { property, track, repeat: period };
  };
  const direction = animation.direction ?? 'right';
  const [stepX, stepY] = STEPS[direction];
  switch (animation.style) {
    case 'zoom':
      return ['scale-x' as const, 'scale-y' as const].map((side) =>
        run(side, 1, animation.scale ?? 1.2),
      );
    case 'ken-burns': {
      const scale = animation.scale ?? 1.2;
      // The view stays within the picture: at the end, it may move by half of what the picture is larger.
      const room = animation.direction === null ? 0 : (scale - 1) / 2;
      return [
        run('view-scale', 1, scale),
        run('view-x', 0, -stepX * room),
        run('view-y', 0, -stepY * room),
      ].filter(({ track }) => track[0]!.value !== track[1]!.value);
    }
    case 'pan': {
      const side = isAcross(direction) ? space.box.width : space.box.height;
      const share = Math.min(0.5, distanceOf(animation, direction, space, { share: 0.1 }) / side);
      const scale = 1 / (1 - share);
      const room = (scale - 1) / 2;
      const still = [{ time: 0, value: scale, easing: 'linear' }];
      return [
        { property: 'view-scale', track: still },
        stepX === 0
          ? run('view-y', stepY * room, -stepY * room)
          : run('view-x', stepX * room, -stepX * room),
      ];
    }
    case 'slide': {
      const distance = distanceOf(animation, direction, space, { share: 0.1 });
      return stepX === 0 ? [run('y', 0, stepY * distance)] : [run('x', 0, stepX * distance)];
    }
    case 'spin': {
      const turn = (animation.angle ?? 360) * (direction === 'left' ? -1 : 1);
      return [run('rotation', 0, turn)];
    }
    case 'shake':
      return [
        swinging(
          stepX === 0 ? 'y' : 'x',
          distanceOf(animation, direction, space, { share: 0.01 }),
          4,
        ),
      ];
    case 'wiggle':
      return [swinging('rotation', animation.angle ?? 3, 1)];
    case 'pulse': {
      const size = ((animation.scale ?? 1.1) - 1) / 2;
      return ['scale-x' as const, 'scale-y' as const].map((side) => swinging(side, size, 1));
    }
    case 'bounce': {
      const up = animation.direction ?? 'up';
      const period = 1 / (animation.frequency ?? 1);
      const distance = distanceOf(animation, up, space, { share: 0.1 });
      const [x, y] = STEPS[up];
      const property = x === 0 ? 'y' : 'x';
      const track = [
        { time: 0, value: 0, easing: 'linear' },
        { time: period / 2, value: (x + y) * distance, easing: 'quad-out' },
        { time: period, value: 0, easing: 'quad-in' },
      ];
      return [{ property, track, repeat: period }];
    }
    case 'flip': {
      const property = isAcross(direction) ? 'scale-x' : 'scale-y';
      const period = 1 / (animation.frequency ?? 0.5);
      const track = [
        { time: 0, value: 1, easing: 'linear' },
        { time: period / 2, value: -1, easing: 'sine-in-out' },
        { time: period, value: 1, easing: 'sine-in-out' },
      ];
      return [{ property, track, repeat: period }];
    }
    default:
      return animation.style satisfies never;
  }
}
