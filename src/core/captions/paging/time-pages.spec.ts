import fc from 'fast-check';
import { captionSettings, timedWord } from '../../../../test/support/captions.js';
import type { TimedWord } from '../../timing/types.js';
import { buildPages } from './build-pages.js';
import { timePages } from './time-pages.js';

const FPS_30 = { num: 30, den: 1 };
const FPS_23_976 = { num: 24_000, den: 1001 };

interface State {
  readonly startFrame: number;
  readonly endFrame: number;
  readonly active: string | null;
  readonly page: string;
}

/** The spoken word in each frame of a page, or null. */
function statesOf(words: readonly TimedWord[], fps = FPS_30, totalFrames = 10_000): State[] {
  const pages = buildPages(words, {
    settings: captionSettings(),
    frame: { width: 1920, height: 1080 },
    measure: (text) => text.length * 20,
  });
  return timePages(pages, fps, totalFrames).flatMap((times, index) => {
    const texts = pages[index]!.lines.flat().map(({ text }) => text);
    const state = (startFrame: number, endFrame: number, active: number | null): State => ({
      startFrame,
      endFrame,
      active: active === null ? null : texts[active]!,
      page: texts.map((text, at) => (at === active ? `[${text}]` : text)).join(' '),
    });
    let reached = times.startFrame;
    const states = times.words.flatMap((span, at) => {
      const before = state(reached, span.startFrame, null);
      reached = span.endFrame;
      return [before, state(span.startFrame, span.endFrame, at)];
    });
    states.push(state(reached, times.endFrame, null));
    return states.filter(({ startFrame, endFrame }) => endFrame > startFrame);
  });
}

/** `[start, end, text with the active word in brackets]` */
function read(states: readonly State[]): [number, number, string][] {
  return states.map(({ startFrame, endFrame, page }) => [startFrame, endFrame, page]);
}

function activeIn(states: readonly State[], frame: number): string | null | undefined {
  return states.find((one) => one.startFrame <= frame && frame < one.endFrame)?.active;
}

describe('timePages', () => {
  it('highlights each word from the first frame at or after its start', () => {
    // Frame 10 is at 333.33 ms: it belongs to a word that starts at 333 ms, but not at 334 ms.
    const words = [timedWord('a', 0, 333), timedWord('b', 333, 700), timedWord('c', 734, 800)];
    expect(read(statesOf(words))).toEqual([
      [0, 10, '[a] b c'],
      [10, 23, 'a [b] c'],
      [23, 24, 'a b [c]'],
      [24, 39, 'a b c'],
    ]);
  });

  it('uses exact fractions', () => {
    // Frame 24 of 23.976 fps is at exactly 1001 ms.
    expect(read(statesOf([timedWord('a', 1001, 2002)], FPS_23_976))).toEqual([
      [24, 48, '[a]'],
      [48, 60, 'a'],
    ]);
    expect(read(statesOf([timedWord('a', 1002, 2003)], FPS_23_976))[0]).toEqual([25, 49, '[a]']);
  });

  it('keeps the highlight during a short silence and removes it during a long one', () => {
    const words = [timedWord('a', 0, 200), timedWord('b', 500, 700), timedWord('c', 1001, 1300)];
    expect(read(statesOf(words))).toEqual([
      [0, 15, '[a] b c'],
      [15, 21, 'a [b] c'],
      [21, 31, 'a b c'],
      [31, 39, 'a b [c]'],
      [39, 54, 'a b c'],
    ]);
  });

  it('highlights the word that started last if clips overlap', () => {
    const words = [timedWord('long', 0, 1000), timedWord('b', 500, 800)];
    expect(read(statesOf(words)).slice(0, 2)).toEqual([
      [0, 15, '[long] b'],
      [15, 24, 'long [b]'],
    ]);
  });

  it('gives a word that is shorter than a frame a frame of its neighbor', () => {
    const words = [
      timedWord('a', 0, 101),
      timedWord('b', 101, 110),
      timedWord('c', 110, 120),
      timedWord('d', 120, 400),
    ];
    expect(read(statesOf(words)).map(([from, to, text]) => [from, to, text])).toEqual([
      [0, 3, '[a] b c d'],
      [3, 4, 'a [b] c d'],
      [4, 5, 'a b [c] d'],
      [5, 12, 'a b c [d]'],
      [12, 27, 'a b c d'],
    ]);
  });

  it('ends with the video', () => {
    const words = [timedWord('a', 0, 500), timedWord('b', 500, 1000), timedWord('c', 1000, 1500)];
    expect(read(statesOf(words, FPS_30, 20))).toEqual([
      [0, 15, '[a] b c'],
      [15, 20, 'a [b] c'],
    ]);
  });

  it('highlights the spoken word in every frame, at any frame rate', () => {
    const rates = [FPS_30, FPS_23_976, { num: 60_000, den: 1001 }, { num: 10, den: 1 }];
    const gaps = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 900 }),
        length: fc.integer({ min: 101, max: 700 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(gaps, fc.constantFrom(...rates), (list, fps) => {
        let at = 0;
        const words = list.map(({ gap, length }, index) => {
          const startMs = at + gap;
          at = startMs + length;
          return timedWord(`w${index}`, startMs, at);
        });
        const totalFrames = Math.ceil(((at + 1000) * fps.num) / (fps.den * 1000));
        const states = statesOf(words, fps, totalFrames);
        states.forEach((state, index) => {
          expect(state.endFrame).toBeGreaterThan(state.startFrame);
          expect(state.startFrame).toBeGreaterThanOrEqual(states[index - 1]?.endFrame ?? 0);
        });
        const wrong: number[] = [];
        for (let frame = 0; frame < totalFrames; frame++) {
          const time = frame * fps.den * 1000;
          const spoken = words.find(
            (word) => word.startMs * fps.num <= time && time < word.endMs * fps.num,
          );
          if (spoken !== undefined && activeIn(states, frame) !== spoken.text) wrong.push(frame);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('never overlaps if words overlap or have no duration', () => {
    const list = fc.array(
      fc.record({
        step: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 0, max: 400 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(list, (items) => {
        let at = 0;
        const words = items.map(({ step, length }, index) => {
          at += step;
          return timedWord(`w${index}`, at, at + length);
        });
        statesOf(words, FPS_30, 60).forEach((state, index, states) => {
          expect(state.endFrame).toBeGreaterThan(state.startFrame);
          expect(state.startFrame).toBeGreaterThanOrEqual(states[index - 1]?.endFrame ?? 0);
          expect(state.endFrame).toBeLessThanOrEqual(60);
        });
      }),
    );
  });
});
