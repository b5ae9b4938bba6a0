import { readAnimatedWebp, WebpCanvas } from './animated-webp.js';

const chunk = (name: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), length, body, Buffer.alloc(body.length & 1)]);
};
const u24 = (value: number) => {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntLE(value, 0, 3);
  return bytes;
};
const HEAD = chunk('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), u24(3), u24(1)]));
const frame = (x: number, y: number, time: number, flags: number, ...parts: Buffer[]) =>
  chunk('ANMF', Buffer.concat([...[x, y, 1, 0, time].map(u24), Buffer.from([flags]), ...parts]));
const file = (...chunks: Buffer[]) =>
  Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...chunks]);
const LOSSY = chunk('VP8 ', Buffer.from([1, 2, 3]));

describe('readAnimatedWebp', () => {
  it('reads frames as still files', () => {
    const alpha = chunk('ALPH', Buffer.from([9]));
    const still = (...chunks: Buffer[]) => {
      const whole = file(...chunks);
      whole.writeUInt32LE(whole.length - 8, 4);
      return new Uint8Array(whole);
    };
    const animation = file(
      HEAD,
      frame(0, 0, 40, 0, LOSSY),
      frame(1, 0, 10, 3, chunk('XMP ', Buffer.alloc(2)), alpha, LOSSY),
      chunk('ANMF', Buffer.alloc(16)),
    );
    const size = { width: 2, height: 1, y: 0 };
    expect(readAnimatedWebp(animation)).toEqual({
      width: 4,
      height: 2,
      frames: [
        { ...size, x: 0, milliseconds: 40, blends: true, clears: false, file: still(LOSSY) },
        {
          ...size,
          x: 2,
          milliseconds: 100,
          blends: false,
          clears: true,
          file: still(
            chunk('VP8X', Buffer.concat([Buffer.from([16, 0, 0, 0]), u24(1), u24(0)])),
            alpha,
            LOSSY,
          ),
        },
      ],
    });
  });

  it.each<[what: string, animation: Buffer, problem: string]>([
    ['no header', file(frame(0, 0, 40, 0, LOSSY)), 'its header is missing'],
    ['half a header', file(chunk('VP8X', Buffer.alloc(9))), 'its header is missing'],
    ['no frames', file(HEAD), 'it contains no frames'],
    [
      'a frame too far right',
      file(HEAD, frame(2, 0, 40, 0, LOSSY)),
      'a frame lies outside its canvas',
    ],
    ['a frame too low', file(HEAD, frame(0, 1, 40, 0, LOSSY)), 'a frame lies outside its canvas'],
    ['100,001 chunks', file(Buffer.alloc(8 * 100_001)), 'it has too many chunks'],
  ])('refuses %s', (_what, animation, problem) => {
    expect(() => readAnimatedWebp(animation)).toThrow(problem);
  });
});

describe('WebpCanvas', () => {
  const place = { x: 1, y: 0, width: 1, height: 1, milliseconds: 40, file: Buffer.alloc(0) };
  const RED = Buffer.from([255, 0, 0, 255]);

  it.each<[what: string, over: readonly number[], pixel: readonly number[]]>([
    ['an opaque pixel', [0, 0, 255, 255], [0, 0, 255, 255]],
    ['half a pixel', [0, 0, 255, 51], [204, 0, 51, 255]],
    ['nothing', [0, 0, 255, 0], [255, 0, 0, 255]],
  ])('blends %s', (_what, over, pixel) => {
    const canvas = new WebpCanvas(2, 1);
    canvas.put({ ...place, blends: false, clears: false }, RED, 1);
    canvas.put({ ...place, blends: true, clears: false }, Buffer.from(over), 1);
    expect([...canvas.pixels]).toEqual([0, 0, 0, 0, ...pixel]);
  });

  it('clears a frame before the next one', () => {
    const canvas = new WebpCanvas(2, 1);
    canvas.put({ ...place, blends: false, clears: true }, RED, 1);
    canvas.put({ ...place, x: 0, blends: false, clears: false }, RED, 1);
    expect([...canvas.pixels]).toEqual([255, 0, 0, 255, 0, 0, 0, 0]);
  });
});
