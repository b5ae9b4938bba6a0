import type { SoundClip } from './types.js';
import { mixRun, gainAt, sourceRuns } from './mix.js';

const clip = (more: Partial<SoundClip>): SoundClip => ({
  pointer: '',
  src: '',
  contentHash: '',
  sceneIndex: null,
  startSample: 100,
  endSample: 200,
  seekSamples: 0,
  speed: 1,
  loopSamples: null,
  volume: 1,
  fadeInSamples: 0,
  fadeOutSamples: 0,
  ramps: [],
  levels: [],
  ducking: null,
  envelope: [],
  speech: null,
  ...more,
});

describe('mixing', () => {
  it('plays a source from its seek to its end', () => {
    expect(sourceRuns(clip({ seekSamples: 5 }), 40, 0, 1000)).toEqual([
      { at: 100, from: 5, count: 35 },
    ]);
    expect(sourceRuns(clip({ seekSamples: 50 }), 40, 0, 1000)).toEqual([]);
    expect(sourceRuns(clip({}), 400, 150, 160)).toEqual([{ at: 150, from: 50, count: 10 }]);
    expect(sourceRuns(clip({}), 400, 0, 100)).toEqual([]);
  });

  it('restarts a looping source', () => {
    expect(sourceRuns(clip({ loopSamples: 40, seekSamples: 30 }), 40, 0, 160)).toEqual([
      { at: 100, from: 30, count: 10 },
      { at: 110, from: 0, count: 40 },
      { at: 150, from: 0, count: 10 },
    ]);
  });

  it('fades in and out', () => {
    const faded = clip({ volume: 2, fadeInSamples: 10, fadeOutSamples: 20 });
    expect([0, 5, 10, 50, 90, 100].map((offset) => gainAt(faded, offset))).toEqual([
      0, 1, 2, 2, 1, 0,
    ]);
  });

  it('adds samples at their position', () => {
    const chunk = new Float32Array([0.5, 0.5, 0.5, 0.5]);
    const run = { at: 101, from: 0, count: 1 };
    mixRun(
      { start: 100, samples: chunk },
      clip({ volume: 2 }),
      run,
      new Float32Array([0.5, -0.25]),
    );
    expect([...chunk]).toEqual([0.5, 0.5, 1.5, 0]);
  });
});
