import { easing } from '../../fields/easing.js';
import { choice, number } from '../../fields/scalars.js';
import { component } from './component.js';
import { filled } from './parts.js';
import { colorOf } from './text-style.js';

const DIRECTIONS = ['right', 'left', 'down', 'up'] as const;
const percent = (missing: number) => number({ min: 0, max: 100 }).default(missing);

/** The bar slides in the group, which cuts it off: so its end can be round, and nothing is stretched. */
export const progressBar = component({
  name: 'progress-bar',
  description: 'A bar that fills as long as it shows.',
  settings: {
    color: colorOf('Color of the bar.', '#FFFFFFFF'),
    'background-color': colorOf('Color of what is not filled.', '#FFFFFF40'),
    from: percent(0).describe('How much is filled at the start, in percent.'),
    to: percent(100).describe('How much is filled at the end, in percent.'),
    direction: choice<(typeof DIRECTIONS)[number]>(DIRECTIONS)
      .default('right')
      .describe('Where the bar grows to.'),
    easing: easing.default('linear').describe('How the bar accelerates.'),
  },
  place: { width: '100%', height: '1.5%', position: 'center-bottom' },
  example: { color: '#F97316', 'background-color': '#00000080' },
  build: ({ color, from, to, direction, easing: curve, ...given }, size) => {
    const whole = { x: 0, y: 0, ...size };
    const axis = direction === 'right' || direction === 'left' ? 'x' : 'y';
    const length = axis === 'x' ? size.width : size.height;
    const sign = direction === 'right' || direction === 'down' ? -1 : 1;
    const at = (share: number) => sign * length * (1 - share / 100);
    const track = [
      { time: 'start', value: at(from) },
      { time: 'end', value: at(to), easing: curve },
    ];
    return [
      filled(whole, given['background-color']),
      filled(whole, color, { keyframes: { [axis]: track } }),
    ];
  },
});
