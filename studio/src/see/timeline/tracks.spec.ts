import { marksBetween, nearestTarget } from './scale.js';
import { tracksOf } from './tracks.js';

const span = (start: number, end: number) => ({
  start,
  end,
  start_frame: start * 30,
  end_frame: end * 30,
});

describe('tracksOf', () => {
  it('puts clips that overlap below each other, and leaves out empty tracks', () => {
    const clip = (index: number, start: number, end: number, type = 'image') => ({
      ...{ pointer: `/elements/${index}`, type: type as 'image', box: null },
      ...span(start, end),
    });
    const tracks = tracksOf({
      ...{ width: 960, height: 540, frame_rate: 30, frames: 300, duration_seconds: 10 },
      scenes: [{ pointer: '/scenes/0', ...span(0, 10), transition_seconds: 0 }],
      clips: [clip(0, 4, 8), clip(1, 0, 5), clip(2, 5, 6), clip(3, 0, 9, 'text')],
      ...{ sounds: [], words: [], word_timing: null, captions: [], warnings: [] },
    });
    expect(tracks.map(({ id, lanes }) => [id, lanes])).toEqual([
      ['scenes', 1],
      ['visuals', 2],
      ['texts', 1],
    ]);
    expect(tracks[1]!.items.map(({ index, lane, place }) => [index, lane, place])).toEqual([
      [1, 0, 1],
      [0, 1, 2],
      [2, 0, 3],
    ]);
  });
});

describe('the scale', () => {
  it('labels marks far enough from each other', () => {
    for (const perSecond of [0.05, 3, 40, 700, 3000]) {
      const labels = marksBetween(0, 2000 / perSecond, perSecond).filter(
        ({ hasLabel }) => hasLabel,
      );
      const distance = (labels[1]!.seconds - labels[0]!.seconds) * perSecond;
      expect(distance).toBeGreaterThanOrEqual(84);
    }
  });

  it('snaps to the nearest target only', () => {
    expect(nearestTarget(1.04, [0, 1, 1.05], 0.1)).toBe(1.05);
    expect(nearestTarget(2, [0, 1, 1.05], 0.1)).toBeNull();
  });
});
