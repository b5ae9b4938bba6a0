import { choice, text } from '../../fields/scalars.js';
import { component } from './component.js';
import { filled, lettered } from './parts.js';
import { colorOf, textStyle, toTextSettings } from './text-style.js';

const ANIMATIONS = ['slide', 'fade', 'none'] as const;
/** Shares of the height. */
const BAR = 0.06;
const GAP = 0.18;
const IN_SECONDS = 0.5;

export const lowerThird = component({
  name: 'lower-third',
  description: 'A name and what it stands for, on a strip in the lower part of the frame.',
  settings: {
    title: text(200).required().describe('The upper, larger text.'),
    subtitle: text(200).orNull().describe('The lower, smaller text.'),
    'accent-color': colorOf('Color of the line on the left.', '#F97316FF'),
    'background-color': colorOf('Color of the strip.', '#000000B3'),
    animate: choice<(typeof ANIMATIONS)[number]>(ANIMATIONS)
      .default('slide')
      .describe('How it appears and disappears.'),
    ...textStyle,
  },
  place: { x: '5%', y: '74%', width: '50%', height: '16%' },
  example: { title: 'Ada Lovelace', subtitle: 'Mathematician' },
  build: ({ title, subtitle, animate, ...given }, { width, height }) => {
    const bar = Math.max(1, Math.round(height * BAR));
    const gap = height * GAP;
    const look = { ...toTextSettings(given), 'text-align': 'left', 'max-lines': 1 };
    const moved = (direction: string, delay: number) => animated(animate, direction, delay);
    const area = { x: bar + gap, width: Math.max(1, width - bar - 2 * gap) };
    const hasTwo = subtitle !== null && subtitle !== '';
    const first = hasTwo ? { y: height * 0.12, height: height * 0.44 } : { y: 0, height };
    const titled = { ...look, 'font-size-max': Math.max(4, height * (hasTwo ? 0.4 : 0.5)) };
    const lines = [lettered({ ...area, ...first }, title, titled, moved('right', 0.15))];
    if (hasTwo) {
      const second = { y: height * 0.56, height: height * 0.32 };
      const smaller = { ...look, 'font-weight': 400, 'font-size-max': Math.max(4, height * 0.26) };
      lines.push(
        lettered({ ...area, ...second }, subtitle, sizeOfSubtitle(smaller), moved('right', 0.25)),
      );
    }
    return [
      filled({ x: 0, y: 0, width, height }, given['background-color'], moved('right', 0)),
      filled({ x: 0, y: 0, width: bar, height }, given['accent-color'], moved('down', 0)),
      ...lines,
    ];
  },
});

/** The given size is that of the title. */
function sizeOfSubtitle({ 'font-size': size, ...look }: Readonly<Record<string, unknown>>) {
  return typeof size === 'number' ? { ...look, 'font-size': Math.max(4, size * 0.6) } : look;
}

function animated(animate: (typeof ANIMATIONS)[number], direction: string, delay: number) {
  if (animate === 'none') return {};
  const style = animate === 'fade' ? { style: 'fade' } : { style: 'slide', direction };
  const motion = { ...style, duration: IN_SECONDS };
  const out = { ...motion, ...(animate === 'slide' ? { style: 'fade' } : {}) };
  return { start: delay, 'animate-in': motion, 'animate-out': { style: out.style, duration: 0.3 } };
}
