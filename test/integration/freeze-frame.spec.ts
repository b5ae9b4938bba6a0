import { PlanCheck } from '../support/plan-check.js';
import { rms, type Rgb, Studio } from '../support/studio.js';

const FRAME = { width: 64, height: 48, fps: 25, draft: true };

/** Red for one second, then green for 0.32 s, while the tone continues. */
const PICTURES =
  'color=c=red:s=64x48:r=25:d=1[a];color=c=lime:s=64x48:r=25:d=0.32[b];[a][b]concat=n=2:v=1:a=0';

describe('a video whose audio is longer than its pictures', () => {
  let studio: Studio;
  let plans: PlanCheck;
  let src: string;

  beforeAll(async () => {
    studio = await Studio.open('held');
    plans = await PlanCheck.start();
    src = await make('longer-sound.mp4', 3);
  });
  afterAll(() => Promise.all([studio.close(), plans.close()]));

  const make = (name: string, seconds: number, ...codecs: string[]) =>
    studio.make(
      name,
      ...['-f', 'lavfi', '-i', PICTURES, '-f', 'lavfi', '-i', `sine=f=440:d=${seconds}`],
      ...(codecs.length > 0 ? codecs : ['-c:v', 'libx264', '-pix_fmt', 'yuv420p']),
    );

  const project = (more: object, scene: object = {}) => ({
    ...FRAME,
    scenes: [{ ...scene, elements: [{ type: 'video', src, ...more }] }],
  });
  const isRed = ([red, green]: Rgb) => red > 180 && green < 80;
  const isGreen = ([red, green]: Rgb) => green > 180 && red < 80;
  /** The color of each frame: `r`, `g`, or `-`. */
  async function colorsOf(input: object): Promise<string> {
    const pictures = await studio.pictures(input);
    return Array.from({ length: pictures.count }, (_, frame) => {
      const color = pictures.at(frame, 32, 24);
      return isRed(color) ? 'r' : isGreen(color) ? 'g' : '-';
    }).join('');
  }
  const shown = (red: number, green: number) => 'r'.repeat(red) + 'g'.repeat(green);

  it.each([
    ['mp4', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '250']],
    ['mov', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le']],
    ['mkv', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']],
    ['webm', ['-c:v', 'libvpx-vp9', '-c:a', 'libopus']],
  ])('shows the last picture until its audio ends (%s)', async (format, codecs) => {
    const path = await make(`held.${format}`, 3, ...codecs);
    const { video, frames } = await studio.render(project({ src: path }));
    // Opus and AAC can pad their last frame.
    expect([75, 76]).toContain(frames);
    const sound = await studio.soundOf(video);
    expect(rms(sound.left, 2.5 * 48_000, 2.9 * 48_000)).toBeGreaterThan(0.05);
    // Matroska places the pictures a fraction of a frame after the start of AAC.
    expect(await colorsOf(project({ src: path }))).toMatch(/^r{25,26}g{49,51}$/);
  });

  it('is as long as its pictures if its audio is shorter or muted', async () => {
    expect(await colorsOf(project({ volume: 0 }))).toBe(shown(25, 8));
    const short = await make('shorter-sound.mp4', 0.5);
    expect(await colorsOf(project({ src: short }))).toBe(shown(25, 8));
  });

  it('restarts with its audio in a loop', async () => {
    const looped = await colorsOf(project({ loop: true }, { duration: 7 }));
    expect(looped.slice(0, 74)).toBe(shown(25, 49));
    expect(looped.slice(76, 100)).toBe('r'.repeat(24));
    expect(looped.indexOf('r', 50)).toBeGreaterThanOrEqual(75);
    expect(looped.indexOf('r', 50)).toBeLessThanOrEqual(76);
  });

  it.each([
    ['at another speed', { speed: 2 }, shown(13, 25), 37],
    ['with a seek position within its pictures', { seek: 0.8 }, shown(5, 50), 55],
    ['with a seek position after its pictures', { seek: 2 }, shown(0, 25), 25],
    ['with a fixed duration', { duration: 2 }, shown(25, 25), 50],
    ['with a duration beyond its end', { duration: 9 }, shown(25, 50), 75],
  ])('%s', async (_, more, wanted, frames) => {
    const colors = await colorsOf(project(more));
    expect(Math.abs(colors.length - frames)).toBeLessThanOrEqual(1);
    expect(colors.slice(0, frames - 1)).toBe(wanted.slice(0, frames - 1));
  });

  it('encodes the frozen picture once, not for every frame', async () => {
    const plan = await plans.check({
      ...FRAME,
      scenes: [
        { elements: [{ type: 'video', src: await make('long.mp4', 20), 'fade-out': 0.2 }] },
        { duration: 4, elements: [{ type: 'video', src, loop: true, speed: 0.7, seek: 1.1 }] },
      ],
      elements: [
        {
          type: 'subtitles',
          words: [{ word: 'held', start: 4, end: 5 }],
          settings: { 'font-size': 14 },
        },
      ],
    });
    const still = plan.segments.find(({ repeats }) => repeats !== null);
    expect(still!.frameCount).toBeGreaterThan(400);
    expect(still!.repeats!.length).toBeLessThan(20);
  });
});
