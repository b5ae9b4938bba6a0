import { Studio, toneLevel } from '../support/studio.js';

const FRAME = { width: 64, height: 48, fps: 10, draft: true };
const TONES = [500, 1000, 2000];

describe('audio tracks', () => {
  let studio: Studio;
  let src: string;

  beforeAll(async () => {
    studio = await Studio.open('tracks');
    src = await studio.make(
      'tracks.mkv',
      ...TONES.flatMap((hz) => ['-f', 'lavfi', '-i', `sine=f=${hz}:d=1:r=48000`]),
      ...['-map', '0', '-map', '1', '-map', '2', '-c:a', 'pcm_s16le'],
      ...['-metadata:s:a:0', 'language=ger', '-metadata:s:a:1', 'language=eng'],
      ...[
        '-metadata:s:a:2',
        'language=jpn',
        '-disposition:a:0',
        '0',
        '-disposition:a:1',
        'default',
      ],
    );
  });
  afterAll(() => studio.close());

  /** The tones in a range of samples. */
  const heard = (left: Float32Array, from: number, to: number) =>
    TONES.filter((hz) => toneLevel(left, hz, from, to) > 0.03);
  const project = (...elements: object[]) => ({
    ...FRAME,
    scenes: elements.map((element) => ({ elements: [{ type: 'audio', src, ...element }] })),
  });

  it.each([
    ['default', {}, 1000],
    ['a number', { 'audio-track': 1 }, 500],
    ['a language', { 'audio-track': 'ja' }, 2000],
    ['a number at another speed', { 'audio-track': 3, speed: 2 }, 2000],
  ])('are selected by %s', async (_, element, hz) => {
    const { left } = await studio.sound(project(element));
    expect(heard(left, 9_600, 19_200)).toEqual([hz]);
  });

  it('of one file can play in one video', async () => {
    const { left } = await studio.sound(project({ 'audio-track': 'de' }, { 'audio-track': 3 }, {}));
    expect([0, 1, 2].map((at) => heard(left, at * 48_000 + 9_600, at * 48_000 + 38_400))).toEqual([
      [500],
      [2000],
      [1000],
    ]);
  });

  it('are listed if the requested track is missing', async () => {
    await expect(studio.render(project({ 'audio-track': 'fr' }))).rejects.toMatchObject({
      code: 'MEDIA_INVALID',
      message:
        'The source has no audio track "fr". It has 1 (ger, 1 channels), 2 (eng, 1 channels), 3 (jpn, 1 channels).',
      pointer: '/scenes/0/elements/0/audio-track',
    });
  });
});
