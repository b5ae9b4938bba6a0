import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const RED: Color = [200, 40, 40];
const BLUE: Color = [40, 60, 200];
const GREEN: Color = [40, 160, 60];
const hex = (color: Color) => color.map((part) => part.toString(16).padStart(2, '0')).join('');

describe('elements that follow each other', () => {
  let renders: Renders;
  let video: DecodedVideo;

  beforeAll(async () => {
    renders = await Renders.start();
    const source = (name: string, color: Color, seconds: number) =>
      renders.source(
        name,
        `color=c=0x${hex(color)}:s=64x36:r=10:d=${seconds},format=rgb24,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`,
      );
    const red = await source('red.mp4', RED, 0.7);
    const blue = await source('blue.mp4', BLUE, 0.5);
    const onTrack = { track: 1, resize: 'fill' };
    video = await renders.renderAndDecode({
      width: 64,
      height: 36,
      fps: 10,
      scenes: [
        {
          elements: [
            { type: 'video', src: red, id: 'first', ...onTrack },
            { type: 'video', src: blue, start: 'auto', ...onTrack },
            {
              type: 'shape',
              fill: `#${hex(GREEN)}`,
              x: 0,
              y: 0,
              width: 16,
              height: 16,
              start: { after: 'first', offset: -0.2 },
              duration: 0.3,
            },
          ],
        },
      ],
    });
  }, 120_000);

  afterAll(() => renders.stop());

  it('are as long together as their sources', () => {
    expect(video.frames).toBe(12);
  });

  it.each([
    [0, RED],
    [6, RED],
    [7, BLUE],
    [11, BLUE],
  ])('show one after another: frame %i', (frame, color) => {
    expect(distance(video.at(frame, 50, 26), color)).toBeLessThan(4);
  });

  it.each([
    [4, RED],
    [5, GREEN],
    [7, GREEN],
    [8, BLUE],
  ])('show before the end of another: frame %i', (frame, color) => {
    expect(distance(video.at(frame, 8, 8), color)).toBeLessThan(4);
  });
});
