import { choice, integer, text } from '../../fields/scalars.js';
import { component } from './component.js';
import { lettered } from './parts.js';
import { textStyle, toTextSettings } from './text-style.js';

const MOST_SECONDS = 300;
const FORMATS = ['number', 'clock'] as const;

export const countdown = component({
  name: 'countdown',
  description: 'Seconds that count down, or up if `to` is larger than `from`.',
  settings: {
    from: integer({ min: 0, max: 86_400 }).default(10).describe('The first number.'),
    to: integer({ min: 0, max: 86_400 })
      .default(1)
      .describe(`The last number, at most ${MOST_SECONDS} seconds later.`),
    format: choice<(typeof FORMATS)[number]>(FORMATS)
      .default('number')
      .describe('`clock` shows minutes and seconds, such as `1:05`.'),
    'final-text': text(100).orNull().describe('What shows after the last number.'),
    ...textStyle,
  },
  place: { width: '60%', height: '30%' },
  example: { from: 3, 'final-text': 'Go!' },
  build: ({ from, to, format, 'final-text': last, ...style }, size, refuse) => {
    const step = from > to ? -1 : 1;
    const count = Math.abs(to - from) + 1;
    if (count > MOST_SECONDS + 1) {
      refuse('to', `The last number cannot be used. Expected at most ${MOST_SECONDS} seconds.`);
      return [];
    }
    const box = { x: 0, y: 0, ...size };
    const look = toTextSettings(style);
    const numbers = Array.from({ length: count }, (_, index) =>
      lettered(box, shown(from + step * index, format), look, { start: index, duration: 1 }),
    );
    return last === null ? numbers : [...numbers, lettered(box, last, look, { start: count })];
  },
});

function shown(seconds: number, format: (typeof FORMATS)[number]): string {
  if (format === 'number') return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
