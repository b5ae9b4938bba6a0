import { choice, integer, number } from '../../fields/scalars.js';
import type { JsonObject } from '../../util/json-object.js';
import { component } from './component.js';
import { digits, outlined } from './parts.js';
import { colorOf } from './text-style.js';

const SYMBOLS = ['star', 'heart', 'circle', 'square'] as const;
type SymbolName = (typeof SYMBOLS)[number];
const MOST_SYMBOLS = 20;
const GAP = 0.2;

export const rating = component({
  name: 'rating',
  description: 'Stars, of which some are filled, also in part.',
  settings: {
    value: number({ min: 0, max: MOST_SYMBOLS }).default(5).describe('How many are filled.'),
    max: integer({ min: 1, max: MOST_SYMBOLS }).default(5).describe('How many there are.'),
    symbol: choice<SymbolName>(SYMBOLS).default('star').describe('What is filled.'),
    color: colorOf('Color of what is filled.', '#FBBF24FF'),
    'off-color': colorOf('Color of the rest.', '#FFFFFF40'),
    duration: number({ min: 0, max: 60, unit: 'seconds' })
      .default(0)
      .describe('How long the filling takes, in seconds. 0: it is filled from the start.'),
  },
  place: { width: '40%', height: '10%' },
  example: { value: 4.5, duration: 1 },
  build: ({ value, max, symbol, color, duration, ...given }, size) => {
    const side = Math.min(size.height, size.width / (max + GAP * (max - 1)));
    const step = side * (1 + GAP);
    const width = step * (max - 1) + side;
    const box = {
      x: (size.width - width) / 2,
      y: (size.height - side) / 2,
      ...{ width, height: side },
    };
    const path = Array.from({ length: max }, (_, index) =>
      OUTLINES[symbol](index * step, side),
    ).join('');
    const off = outlined(box, path, given['off-color']);
    const whole = Math.min(max, Math.floor(value));
    const reached = Math.min(width, whole * step + (Math.min(max, value) - whole) * side);
    if (reached <= 0) return [off];
    return [off, outlined(box, path, color, { keyframes: filling(reached / width, duration) })];
  },
});

/** Cuts the symbols on the right of what is filled. */
function filling(share: number, duration: number): JsonObject {
  const end = { time: duration, value: 1 - share };
  if (duration === 0) return { 'crop-right': [end] };
  return {
    'crop-right': [
      { time: 'start', value: 1 },
      { ...end, easing: 'ease-out' },
    ],
  };
}

/** The outline of a symbol in a square, at a distance from the left. */
const OUTLINES: Readonly<Record<SymbolName, (left: number, side: number) => string>> = {
  star: (left, side) => {
    const points = Array.from({ length: 10 }, (_, index) => {
      const radius = (index % 2 === 0 ? 0.5 : 0.2) * side;
      const angle = (Math.PI * index) / 5 - Math.PI / 2;
      const x = left + side / 2 + radius * Math.cos(angle);
      return `${digits(x)} ${digits(side * 0.52 + radius * Math.sin(angle))}`;
    });
    return `M${points.join('L')}Z`;
  },
  heart: (left, side) => {
    const at = (x: number, y: number) => `${digits(left + x * side)} ${digits(y * side)}`;
    const right = `C${at(0.62, -0.02)} ${at(1, 0.02)} ${at(1, 0.36)}`;
    const tip = `C${at(1, 0.6)} ${at(0.72, 0.78)} ${at(0.5, 0.95)}`;
    const back = `C${at(0.28, 0.78)} ${at(0, 0.6)} ${at(0, 0.36)}`;
    return `M${at(0.5, 0.2)}${right}${tip}${back}C${at(0, 0.02)} ${at(0.38, -0.02)} ${at(0.5, 0.2)}Z`;
  },
  circle: (left, side) => {
    const radius = digits(side / 2);
    const arc = (x: number) => `A${radius} ${radius} 0 0 1 ${digits(x)} ${radius}`;
    return `M${digits(left)} ${radius}${arc(left + side)}${arc(left)}Z`;
  },
  square: (left, side) =>
    `M${digits(left)} 0H${digits(left + side)}V${digits(side)}H${digits(left)}Z`,
};
