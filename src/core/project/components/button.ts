import { number, text } from '../../fields/scalars.js';
import { component } from './component.js';
import { filled, lettered } from './parts.js';
import { colorOf, textStyle, toTextSettings } from './text-style.js';

const PADDING = { across: 0.08, down: 0.22 };

export const button = component({
  name: 'button',
  description: 'A call to action.',
  settings: {
    text: text(200).required().describe('What the button says.'),
    color: colorOf('Color of the button.', '#2563EBFF'),
    'border-color': colorOf('Color of a line along the edge.', '#00000000'),
    'border-width': number({ min: 0, max: 200 })
      .default(0)
      .describe('Width of this line, in pixels.'),
    roundness: number({ min: 0, max: 100 })
      .default(100)
      .describe('How round the corners are, in percent.'),
    ...textStyle,
  },
  place: { width: '35%', height: '12%' },
  example: { text: 'Subscribe', color: '#DC2626' },
  build: ({ text: words, color, roundness, ...given }, size) => {
    const { width, height } = size;
    const shorter = Math.min(width, height);
    const stroke = { 'stroke-color': given['border-color'], 'stroke-width': given['border-width'] };
    const inner = {
      ...{ x: width * PADDING.across, y: height * PADDING.down },
      width: width * (1 - 2 * PADDING.across),
      height: height * (1 - 2 * PADDING.down),
    };
    return [
      filled({ x: 0, y: 0, ...size }, color, {
        'corner-radius': Math.round((shorter * roundness) / 200),
        ...(given['border-width'] === 0 ? {} : stroke),
      }),
      lettered(inner, words, toTextSettings(given)),
    ];
  },
});
