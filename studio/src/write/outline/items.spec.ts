import { itemsOf } from './items.js';

describe('itemsOf', () => {
  it('names scenes and elements by what they contain', () => {
    const asset = 'asset:019ab59e-4c00-7aa0-8d4e-1b2c3d4e5f60';
    const items = itemsOf(
      {
        filename: 'holiday',
        scenes: [
          {
            duration: 3,
            elements: [
              { type: 'text', text: 'Hello\nworld' },
              { type: 'image', src: 'https://example.com/a/beach.jpg?size=1' },
              { type: 'video', src: asset },
              { type: 'audio', src: '' },
            ],
          },
          { id: 'end' },
        ],
        elements: [{ type: 'subtitles' }],
      },
      new Map([[asset, 'clip.mp4']]),
    );
    expect(items.map(({ level, title, about }) => [level, title, about])).toEqual([
      [1, 'holiday', ''],
      [2, 'Scene 1', '3 s'],
      [3, 'Hello', 'Text'],
      [3, 'beach.jpg', 'Image'],
      [3, 'clip.mp4', 'Video'],
      [3, 'Sound', ''],
      [2, 'end', 'automatic'],
      [2, 'Captions', 'whole video'],
    ]);
  });

  it.each([null, 7, [], { scenes: 'x' }, { scenes: [null, { elements: [7, null] }] }])(
    'survives %j',
    (value) => {
      expect(itemsOf(value)[0]).toMatchObject({ pointer: '' });
    },
  );
});
