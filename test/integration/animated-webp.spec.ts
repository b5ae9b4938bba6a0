import { ffmpegToolsFor, itUnless, missingEncoders } from '../support/skip.js';
import { Studio } from '../support/studio.js';

const withEncoder = itUnless(missingEncoders(await ffmpegToolsFor(), ['libwebp_anim']));
const FRAME = { width: 64, height: 48, fps: 10, quality: 'high' };

describe('animated WebP', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('webp');
  });
  afterAll(() => studio.close());

  withEncoder('moves, with its alpha, and begins again', async () => {
    // A bar moves 16 pixels every 200 ms on a transparent canvas. Most pictures are parts of the
    // canvas.
    const graph =
      "color=red:s=64x48:r=5:d=0.8,format=rgba,geq=r=255:g=0:b=0:a='255*between(X,16*N,16*N+15)'";
    const src = await studio.make(
      'bar.webp',
      ...['-f', 'lavfi', '-i', graph, '-c:v', 'libwebp_anim', '-lossless', '1', '-loop', '0'],
    );
    const scene = { duration: 1.6, elements: [{ type: 'image', src }] };
    const pictures = await studio.pictures({
      ...FRAME,
      scenes: [{ 'background-color': '#0000FF', ...scene }],
    });
    for (let frame = 0; frame < 16; frame++) {
      const bars = [8, 24, 40, 56].map((x) => pictures.at(frame, x, 24)[0] > 128);
      const wanted = Math.floor(frame / 2) % 4;
      expect([frame, bars]).toEqual([frame, [0, 1, 2, 3].map((bar) => bar === wanted)]);
    }
  });
});
