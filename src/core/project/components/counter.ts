import { easing } from '../../fields/easing.js';
import { integer, number, text } from '../../fields/scalars.js';
import { easingOf } from '../../motion/easing.js';
import { component } from './component.js';
import { inSeconds, lettered } from './parts.js';
import { textStyle, toTextSettings } from './text-style.js';

const STEPS_PER_SECOND = 30;
const MOST_STEPS = 300;
const LARGEST = 1e12;
const amount = number({ min: -LARGEST, max: LARGEST });

export const counter = component({
  name: 'counter',
  description: 'A number that counts to another one.',
  settings: {
    from: amount.default(0).describe('The number at the start.'),
    to: amount.default(100).describe('The number at the end, which stays.'),
    duration: number({ min: 0.1, max: 60, unit: 'seconds' })
      .default(2)
      .describe(
        `How long it counts, in seconds. The text changes at most ${STEPS_PER_SECOND} times a second, and ${MOST_STEPS} times in all.`,
      ),
    easing: easing.default('ease-out').describe('How the counting accelerates.'),
    decimals: integer({ min: 0, max: 6 }).default(0).describe('Digits after the decimal point.'),
    prefix: text(40).default('').describe('What is before the number, such as `$`.'),
    suffix: text(40).default('').describe('What is after the number, such as ` %`.'),
    separator: text(1).default('').describe('What separates thousands, such as `,`.'),
    'decimal-point': text(1).default('.').describe('What separates the decimals.'),
    ...textStyle,
  },
  place: { width: '80%', height: '20%' },
  example: { to: 12_500, separator: ',', suffix: ' km' },
  build: ({ from, to, duration, easing: curve, ...given }, size) => {
    const count = Math.max(1, Math.min(MOST_STEPS, Math.round(duration * STEPS_PER_SECOND)));
    const ease = easingOf(curve);
    const steps: { text: string; start: number }[] = [];
    for (let step = 0; step <= count; step++) {
      const value = step === count ? to : from + (to - from) * ease(step / count);
      const text = written(value, given);
      if (steps.at(-1)?.text !== text)
        steps.push({ text, start: inSeconds((duration * step) / count) });
    }
    const look = toTextSettings(given);
    return steps.map(({ text, start }, index) => {
      const next = steps[index + 1];
      const duration = next === undefined ? {} : { duration: inSeconds(next.start - start) };
      return lettered({ x: 0, y: 0, ...size }, text, look, { start, ...duration });
    });
  },
});

interface Writing {
  readonly decimals: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly separator: string;
  readonly 'decimal-point': string;
}

function written(value: number, given: Writing): string {
  const [whole, fraction] = Math.abs(value).toFixed(given.decimals).split('.') as [string, string?];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, given.separator);
  const digits =
    fraction === undefined ? grouped : `${grouped}${given['decimal-point']}${fraction}`;
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  return `${given.prefix}${sign}${digits}${given.suffix}`;
}
