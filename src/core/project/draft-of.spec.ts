import { draftOf } from './draft-of.js';
import { parseProject } from './parse-project.js';
import type { Project } from './types/index.js';

const OPTIONS = {
  subtitleDefaults: {},
  localSources: true,
  resolveFont: () => 'Inter',
  fontFamilies: ['Inter'],
};

/** A config with all lengths divided by a number, which divides them without a rest. */
function config(divisor: number) {
  const px = (pixels: number) => pixels / divisor;
  const box = { x: px(-81), y: px(42), width: px(402), height: px(201) };
  return {
    width: px(1920),
    height: px(1080),
    draft: true,
    scenes: [
      {
        duration: 2,
        elements: [
          {
            type: 'image',
            src: 'a.png',
            ...box,
            'corner-radius': px(42),
            correction: { blur: px(9) },
            'offset-x': px(30),
            keyframes: {
              'offset-y': [{ time: 0, value: px(60) }],
              x: [{ time: 1, value: px(-90) }],
              scale: [{ time: 0, value: 2 }],
            },
            'animate-in': { style: 'slide', distance: px(24) },
          },
          {
            type: 'shape',
            shape: 'rectangle',
            ...box,
            'stroke-width': px(12),
            'stroke-color': '#FFFFFF',
            margin: px(30),
            keyframes: {
              x: [{ time: 0, value: px(60) }],
              blur: [{ time: 0, value: px(6) }],
              scale: [{ time: 0, value: 2 }],
            },
          },
          {
            type: 'group',
            ...box,
            margin: px(30),
            'animate-in': { style: 'slide', distance: px(90) },
            animate: { style: 'shake', distance: px(3) },
            elements: [{ type: 'shape', ...box, keyframes: { y: [{ time: 0, value: px(9) }] } }],
          },
          { type: 'audio', src: 'a.mp3', text: 'Hello' },
          {
            type: 'text',
            text: 'Hello',
            ...box,
            keyframes: { x: [{ time: 0, value: px(60) }], rotation: [{ time: 0, value: 9 }] },
            settings: {
              'font-size': px(120),
              'letter-spacing': px(6),
              'outline-width': px(9),
              'shadow-offset': px(6),
              'box-color': '#000000',
              'box-padding': px(21),
              'box-radius': px(9),
            },
          },
        ],
      },
    ],
    elements: [
      {
        type: 'subtitles',
        settings: {
          'font-size': px(81),
          'letter-spacing': px(6),
          'outline-width': px(9),
          'shadow-offset': px(6),
        },
      },
    ],
    outputs: [{ type: 'video', name: 'tall', ratio: '9:16' }],
  };
}

function parse(input: unknown): Project {
  const read = parseProject(input, OPTIONS);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.project;
}

describe('draftOf', () => {
  it('makes the video that a config with smaller lengths describes', () => {
    const draft = JSON.parse(
      JSON.stringify(draftOf(parse(config(1))), (_key, value: unknown) =>
        typeof value === 'number' ? Number(value.toFixed(6)) : value,
      ),
    ) as unknown;
    expect(draft).toEqual(JSON.parse(JSON.stringify(parse(config(1920 / 640)))));
  });

  it('leaves the size of a small video', () => {
    const { width, height, draft } = draftOf(parse({ ...config(1), width: 320, height: 180 }));
    expect({ width, height, draft }).toEqual({ width: 320, height: 180, draft: true });
  });

  it('keeps both sides of a very wide video large enough', () => {
    const { width, height } = draftOf(parse({ ...config(1), width: 4096, height: 64 }));
    expect({ width, height }).toEqual({ width: 640, height: 16 });
  });
});
