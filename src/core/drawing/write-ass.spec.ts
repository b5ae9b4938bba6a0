import { pathBounds } from './path.js';
import { roundedRect, roundedRing } from './rectangles.js';
import { mergeSprites, toShape, type Sprite } from './sprite.js';
import { writeAssForFrames } from './write-ass-for-frames.js';
import { writeAssDrawing } from './write-ass.js';

const frame = { width: 1280, height: 720, fps: { num: 30, den: 1 } };
const square = toShape(roundedRect({ left: 10.5, top: 20, right: 12.5, bottom: 22 }));
const sprite = (startFrame: number, endFrame: number, more: Partial<Sprite> = {}): Sprite => ({
  layer: 0,
  startFrame,
  endFrame,
  shape: square,
  fill: '#FFFFFFFF',
  ...more,
});
const events = (document: string | null) =>
  (document ?? '').split('\n').filter((line) => line.startsWith('Dialogue:'));

describe('toShape', () => {
  it('uses sixteenths of a pixel from the top left whole pixel', () => {
    expect(square).toEqual({ x: 10, y: 20, height: 2, commands: 'm 8 0 l 40 0 40 32 8 32' });
  });

  it('writes curves and contours, with each command once for all its points', () => {
    expect(
      toShape([
        ['M', 0, 0],
        ['C', 1, 0, 2, 1, 2, 2],
        ['C', 2, 3, 1, 4, 0, 4],
        ['M', 5, 5],
        ['L', 6, 6],
      ]).commands,
    ).toBe('m 0 0 b 16 0 32 16 32 32 32 48 16 64 0 64 m 80 80 l 96 96');
  });

  it('limits the corner radius', () => {
    const box = { left: 0, top: 0, right: 100, bottom: 20 };
    expect(roundedRect(box, 500)).toEqual(roundedRect(box, 10));
    expect(pathBounds(roundedRect(box, 10))).toEqual(box);
  });
});

describe('roundedRing', () => {
  it('goes around a hole in the other direction', () => {
    const outer = { left: 0, top: 0, right: 10, bottom: 8 };
    expect(roundedRing(outer, 0, 2)).toEqual([
      ...roundedRect(outer),
      ...([
        ['M', 2, 6],
        ['L', 8, 6],
        ['L', 8, 2],
        ['L', 2, 2],
      ] as const),
    ]);
    expect(roundedRing(outer, 3, 0)).toEqual([]);
    expect(pathBounds(roundedRing(outer, 3, 99))).toEqual(outer);
  });
});

describe('writeAssDrawing', () => {
  it('draws only the shadow of a blurred shape, at any offset', () => {
    const shadowOf = (x: number, y: number) =>
      sprite(0, 1, { blur: 8.3, shadow: { color: '#00000080', x, y }, fill: '#000000FF' });
    const [below, around] = events(writeAssDrawing([shadowOf(-3, 4), shadowOf(0, 0)], frame));
    expect(below).toContain(
      '\\pos(10,20)\\1c&H000000&\\1a&HFE&\\xshad-3\\yshad4\\4c&H000000&\\4a&H7F&\\blur10',
    );
    expect(around).toContain('\\pos(9,20)');
    expect(around).toContain('\\xshad1\\yshad0');
  });

  it('writes a whole document', () => {
    const full = sprite(0, 30, {
      layer: 2,
      fill: '#FF8000C0',
      outline: { color: '#00000080', width: 3 },
      shadow: { color: '#11223344', x: 2, y: 2 },
      clip: { left: 1, top: 2, right: 3, bottom: 4 },
    });
    expect(writeAssDrawing([full, sprite(30, 45)], frame)).toBe(
      `[Script Info]
ScriptType: v4.00+
PlayResX: 1280
PlayResY: 720
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: D,DejaVu Sans,20,&H0,&H0,&H0,&H0,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 2,0:00:00.00,0:00:00.98,D,,0,0,0,,{\\pos(10,20)\\1c&H0080FF&\\1a&H3F&\\bord3\\3c&H000000&\\3a&H7F&\\shad2\\4c&H332211&\\4a&HBB&\\clip(1,2,3,4)\\p5}m 8 0 l 40 0 40 32 8 32
Dialogue: 0,0:00:00.98,0:00:01.48,D,,0,0,0,,{\\pos(10,20)\\1c&HFFFFFF&\\p5}m 8 0 l 40 0 40 32 8 32
`,
    );
  });
});

describe('mergeSprites', () => {
  it('merges unchanged sprites and drops sprites without a frame or a shape', () => {
    const red = { fill: '#FF0000FF' };
    expect(
      mergeSprites([
        sprite(0, 10),
        sprite(0, 10, red),
        sprite(10, 20),
        sprite(21, 30),
        sprite(5, 5, red),
        sprite(0, 9, { shape: toShape([]) }),
      ]),
    ).toEqual([sprite(0, 20), sprite(0, 10, red), sprite(21, 30)]);
  });
});

describe('writeAssForFrames', () => {
  const sprites = [sprite(3, 9), sprite(6, 9)];

  it('writes a document with the requested frames', () => {
    expect(
      events(writeAssForFrames(sprites, [0, 3, 6, 9], frame)).map((event) => event.slice(0, 34)),
    ).toEqual(['Dialogue: 0,0:00:00.02,0:00:00.08,', 'Dialogue: 0,0:00:00.05,0:00:00.08,']);
    expect(writeAssForFrames(sprites, [0, 1, 9], frame)).toBeNull();
  });
});
