import { jest } from '@jest/globals';
import { mergeSprites, type Sprite } from './sprite.js';

const sprite = (
  startFrame: number,
  changes: Partial<Sprite> = {},
  commands = 'm 0 0 l 1 1',
): Sprite => ({
  startFrame,
  endFrame: startFrame + 1,
  layer: 0,
  shape: { x: 0, y: 0, height: 1, commands },
  fill: '#FFFFFFFF',
  ...changes,
});

describe('mergeSprites', () => {
  it.each<[string, Sprite[], number[][]]>([
    [
      'merges equal outlines, whichever objects have them',
      [sprite(0), sprite(1), sprite(2)],
      [[0, 3]],
    ],
    [
      'merges each of several that look different',
      [sprite(0), sprite(0, { layer: 1 }), sprite(1), sprite(1, { layer: 1 })],
      [
        [0, 2],
        [0, 2],
      ],
    ],
    [
      'keeps different outlines',
      [sprite(0), sprite(1, {}, 'm 0 0 l 2 2')],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'keeps an outline elsewhere',
      [sprite(0), sprite(1, { shape: { x: 1, y: 0, height: 1, commands: 'm 0 0 l 1 1' } })],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'keeps a gap',
      [sprite(0), sprite(2)],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['drops what is never visible', [sprite(0, {}, ''), sprite(1, { endFrame: 1 })], []],
  ])('%s', (_what, sprites, expected) => {
    expect(mergeSprites(sprites).map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual(
      expected,
    );
  });

  it('copies no outline', () => {
    const stringify = jest.spyOn(JSON, 'stringify');
    try {
      mergeSprites([
        sprite(0, {}, 'l 1 1 '.repeat(10_000)),
        sprite(1, {}, 'l 2 2 '.repeat(10_000)),
      ]);
      const lengths = stringify.mock.results.map(({ value }) => (value as string).length);
      expect(Math.max(...lengths)).toBeLessThan(200);
    } finally {
      stringify.mockRestore();
    }
  });
});
