import { jest } from '@jest/globals';
import { type Picture, StillCache } from './still-cache.js';
import { StillLoader, type WantedFrame } from './still-loader.js';

class Frames {
  readonly aborted: number[] = [];
  readonly asked: number[] = [];
  private readonly answers = new Map<number, (error?: Error) => void>();

  frame(frame: number, version = 'a'): WantedFrame {
    return {
      ...{ key: `${version} ${frame}`, version, frame },
      load: (signal) =>
        new Promise((resolve, reject) => {
          this.asked.push(frame);
          signal.addEventListener('abort', () => {
            this.aborted.push(frame);
            reject(new Error('aborted'));
          });
          this.answers.set(frame, (error) =>
            error ? reject(error) : resolve({ frame, url: `blob:${version}${frame}`, bytes: 100 }),
          );
        }),
    };
  }

  async answer(frame: number, error?: Error): Promise<void> {
    this.answers.get(frame)!(error);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('StillLoader', () => {
  let frames: Frames;
  let shown: Picture[];
  let failures: unknown[];
  let loader: StillLoader;

  beforeEach(() => {
    jest.useFakeTimers();
    frames = new Frames();
    shown = [];
    failures = [];
    loader = new StillLoader(new StillCache(() => {}), {
      onPicture: (picture) => shown.push(picture),
      onBusy: () => {},
      onFailure: (error) => {
        failures.push(error);
        return null;
      },
    });
  });

  afterEach(() => {
    loader.want(null);
    jest.useRealTimers();
  });

  const numbers = () => shown.map(({ frame }) => frame);

  it('lets a frame of the same version arrive while somebody scrubs, then loads the newest', async () => {
    loader.want(frames.frame(1));
    loader.want(frames.frame(2));
    loader.want(frames.frame(3));
    await frames.answer(1);
    await frames.answer(3);
    expect(frames.asked).toEqual([1, 3]);
    expect(numbers()).toEqual([1, 3]);
  });

  it('leaves a frame of an older version, and one that takes too long', () => {
    loader.want(frames.frame(1));
    loader.want(frames.frame(2, 'b'));
    expect(frames.aborted).toEqual([1]);
    loader.want(frames.frame(3, 'b'));
    jest.advanceTimersByTime(1_000);
    expect(frames.aborted).toEqual([1, 2]);
    expect(frames.asked).toEqual([1, 2, 3]);
  });

  it('shows a frame that it has at once', async () => {
    loader.want(frames.frame(1));
    await frames.answer(1);
    loader.want(frames.frame(2));
    await frames.answer(2);
    loader.want(frames.frame(1));
    expect(numbers()).toEqual([1, 2, 1]);
    expect(frames.asked).toEqual([1, 2]);
  });

  it('loads neighbors one by one when nothing else happens, and leaves them for what is wanted', async () => {
    const neighbors = [frames.frame(2), frames.frame(0)];
    loader.want(frames.frame(1), neighbors);
    await frames.answer(1);
    jest.advanceTimersByTime(700);
    expect(frames.asked).toEqual([1, 2]);
    await frames.answer(2);
    jest.advanceTimersByTime(700);
    expect(frames.asked).toEqual([1, 2, 0]);
    loader.want(frames.frame(9));
    expect(frames.aborted).toEqual([0]);
    await frames.answer(9);
    expect(numbers()).toEqual([1, 1, 9]);
  });

  it('reports a failure of the frame that is wanted', async () => {
    const error = new Error('no');
    loader.want(frames.frame(1));
    await frames.answer(1, error);
    expect(failures).toEqual([error]);
    expect(shown).toEqual([]);
  });
});

describe('StillCache', () => {
  it('releases what was used least recently when it is full', () => {
    const released: string[] = [];
    const cache = new StillCache((url) => released.push(url), 250);
    const picture = (key: string) => ({ key, version: 'a', frame: 0, url: key, bytes: 100 });
    cache.keep(picture('one'));
    cache.keep(picture('two'));
    cache.get('one');
    cache.keep(picture('three'));
    expect(released).toEqual(['two']);
    expect(cache.get('one')?.url).toBe('one');
  });
});
