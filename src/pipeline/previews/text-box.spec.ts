import { type Sprite, toShape } from '../../core/drawing/sprite.js';
import { textBox } from './text-box.js';

const sprite = (left: number, top: number, right: number, bottom: number): Sprite =>
  ({
    layer: 0,
    fromFrame: 0,
    toFrame: 1,
    fill: '#FFFFFFFF',
    shape: toShape([
      ['M', left, top],
      ['L', right, top],
      ['L', right, bottom],
      ['L', left, bottom],
    ]),
  }) as unknown as Sprite;

describe('textBox', () => {
  it('is around all shapes, in whole pixels', () => {
    const box = textBox([sprite(10.25, 20.5, 30, 40), sprite(25, 5.75, 60.125, 22)]);
    expect(box).toEqual({ x: 10, y: 5, width: 51, height: 35 });
  });

  it('may begin outside the video', () => {
    expect(textBox([sprite(-12.5, -3, 4, 6)])).toEqual({ x: -13, y: -3, width: 17, height: 9 });
  });

  it('is null if nothing is drawn', () => {
    expect(textBox([])).toBeNull();
    const empty = { ...sprite(0, 0, 1, 1), shape: { x: 4, y: 4, commands: '' } };
    expect(textBox([empty])).toBeNull();
  });

  it('looks at the first 64 shapes of an animation', () => {
    const sprites = Array.from({ length: 1_000 }, (_, at) => sprite(at, 0, at + 1, 1));
    expect(textBox(sprites)).toEqual({ x: 0, y: 0, width: 64, height: 1 });
  });
});
