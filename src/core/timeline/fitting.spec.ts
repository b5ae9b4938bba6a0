import { parseProject } from '../project/parse-project.js';
import { PLAIN_TRAITS } from '../media/picture-traits.js';
import { buildTimeline } from './build-timeline.js';
import type { SourceProbe } from './types.js';

const probe = (more: Partial<SourceProbe>): SourceProbe => ({
  ...{ contentHash: 'h', kind: 'audio', width: null, height: null, translucent: false },
  ...{ traits: PLAIN_TRAITS, videoDurationUs: null, lastPictureUs: null, audioSamples: null },
  ...more,
});
const VIDEO = { kind: 'video', width: 640, height: 360, lastPictureUs: 1_960_000 } as const;
const PROBES = new Map<string, SourceProbe>([
  ['http://h/a', probe({ audioSamples: 96_000 })],
  ['http://h/v', probe({ ...VIDEO, videoDurationUs: 2_000_000, audioSamples: 96_000 })],
]);
const OPTIONS = {
  ...{ subtitleDefaults: {}, localSources: false, fontFamilies: [] },
  resolveFont: (name: string) => name,
};
const issuesOf = (input: object) => {
  const result = parseProject(input, OPTIONS);
  return result.ok ? [] : result.issues.map(({ pointer, message }) => `${pointer}: ${message}`);
};
const timeline = (input: object) => {
  const result = parseProject(input, OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return buildTimeline(result.project, PROBES);
};
const audio = (more: object) => ({ type: 'audio', src: 'http://h/a', ...more });
const video = (more: object) => ({ type: 'video', src: 'http://h/v', ...more });
const scene = (duration: number, ...elements: object[]) => ({ scenes: [{ duration, elements }] });

describe('a source that fits its element', () => {
  it.each<[string, object, number, number]>([
    ['all of it', {}, 4, 0.5],
    ['the rest of it', { seek: 0.5 }, 1, 1.5],
    ['a part of it', { seek: 0.5, until: 1 }, 1, 0.5],
    ['as much as there is', { until: 58 }, 1, 2],
    ['a part of the scene', { start: 1, duration: 2 }, 4, 1],
  ])('plays %s', (_, more, seconds, speed) => {
    const { visuals, sounds, totalFrames } = timeline(
      scene(seconds, video({ speed: 'fit', ...more })),
    );
    expect(totalFrames).toBe(30 * seconds);
    expect(visuals[0]!.speed).toBeCloseTo(speed, 6);
    expect(sounds[0]!.speed).toBeCloseTo(speed, 6);
  });

  it('has no effect on the length of its scene', () => {
    const elements = [audio({}), video({ speed: 'fit', until: 1 })];
    const { totalFrames, visuals } = timeline({ scenes: [{ duration: 'longest', elements }] });
    expect(totalFrames).toBe(60);
    expect(visuals[0]).toMatchObject({ startFrame: 0, endFrame: 60, speed: 0.5 });
  });

  it('is silent with a warning at a speed at which its sound cannot be stretched', () => {
    const fast = timeline(scene(0.2, video({ speed: 'fit' })));
    expect(fast.sounds).toEqual([]);
    expect(fast.warnings).toEqual([
      'The sound is silent, because it would play at 10 times its speed (/scenes/0/elements/0).',
    ]);
    expect(timeline(scene(0.2, video({ speed: 'fit', volume: 0 }))).warnings).toEqual([]);
  });

  it('is not much longer, and not over', () => {
    expect(() => timeline(scene(0.01, video({ speed: 'fit' })))).toThrow(/200 times as fast/);
    expect(() => timeline(scene(1, video({ speed: 'fit', seek: 3 })))).toThrow(/has ended/);
  });

  it('does not repeat, and ends after it begins', () => {
    expect(issuesOf(scene(1, video({ speed: 'fit', loop: true, until: 1, seek: 2 })))).toEqual([
      '/scenes/0/elements/0/until: Expected "until" to be more than "seek".',
      '/scenes/0/elements/0/until: "loop" cannot be combined with this "until".',
      '/scenes/0/elements/0/speed: "loop" cannot be combined with this "speed".',
    ]);
  });
});

describe('a part of a source', () => {
  it.each([
    [{ until: 1.5 }, 45],
    [{ seek: 0.5, until: 1.5 }, 30],
    [{ until: 1, speed: 2 }, 15],
    [{ until: 9 }, 60],
  ])('%j is as long as it plays', (more, frames) => {
    expect(timeline({ scenes: [{ elements: [video(more)] }] }).totalFrames).toBe(frames);
  });
});

describe('a sound beyond its scene', () => {
  it('goes on until it ends, without the fades of the scene', () => {
    const transition = { duration: 0.4 };
    const scenes = [
      { duration: 1, elements: [audio({ start: 0.5, 'beyond-scene': true })] },
      { duration: 3, transition, elements: [] },
    ];
    const { sounds, totalFrames } = timeline({ scenes });
    expect(totalFrames).toBe(108);
    expect(sounds[0]).toMatchObject({ startSample: 24_000, endSample: 120_000, ramps: [] });
    const last = { scenes: [{ ...scenes[0], elements: [audio({ 'beyond-scene': true })] }] };
    expect(timeline(last).sounds[0]).toMatchObject({ startSample: 0, endSample: 48_000 });
  });

  it('does not make its scene longer', () => {
    const elements = [audio({ 'beyond-scene': true }), video({ duration: 1 })];
    expect(timeline({ scenes: [{ elements }] }).totalFrames).toBe(30);
  });

  it('is in no group', () => {
    const group = { type: 'group', duration: 1, elements: [audio({ 'beyond-scene': true })] };
    expect(issuesOf(scene(1, group))).toEqual([
      '/scenes/0/elements/0/elements/0/beyond-scene: The sound of a group ends with the group.',
    ]);
  });
});

describe('a transition that gets shorter', () => {
  it.each([
    [[2, 2, 2], 1, [48_000, 48_000]],
    [[1, 2, 2], 1, [24_000, 48_000]],
    [[2, 1, 0.5], 3, [24_000, 12_000]],
  ])('between scenes of %j seconds takes at most half of each', (lengths, duration, overlaps) => {
    const transition = { duration, shorten: true };
    const scenes = lengths.map((seconds, index) => ({
      ...{ duration: seconds, elements: [] },
      ...(index === 0 ? {} : { transition }),
    }));
    expect(
      timeline({ scenes })
        .scenes.slice(1)
        .map((one) => one.overlapSamples),
    ).toEqual(overlaps);
  });

  it('is a cut between scenes of a single frame', () => {
    const short = { duration: 0.033, elements: [] };
    const scenes = [short, { ...short, transition: { shorten: true } }];
    expect(timeline({ scenes }).totalFrames).toBeGreaterThan(0);
  });
});
