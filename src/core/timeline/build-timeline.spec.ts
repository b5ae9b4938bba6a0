import fc from 'fast-check';
import { parseProject } from '../project/parse-project.js';
import type { Project } from '../project/types/index.js';
import { PLAIN_TRAITS } from '../media/picture-traits.js';
import { buildTimeline } from './build-timeline.js';
import { boundaryDrifts } from './drift.js';
import type { SourceProbe } from './types.js';

const probe = (more: Partial<SourceProbe>): SourceProbe => ({
  contentHash: 'h',
  kind: 'audio',
  width: null,
  height: null,
  translucent: false,
  traits: PLAIN_TRAITS,
  videoDurationUs: null,
  lastPictureUs: null,
  audioSamples: null,
  ...more,
});
const PROBES = new Map<string, SourceProbe>([
  ['http://h/1s', probe({ audioSamples: 48_000 })],
  ['http://h/odd', probe({ audioSamples: 123_457 })],
  ['http://h/i', probe({ kind: 'image', width: 400, height: 200 })],
  [
    'http://h/v',
    probe({
      kind: 'video',
      width: 640,
      height: 360,
      videoDurationUs: 2_000_000,
      lastPictureUs: 1_960_000,
      audioSamples: 96_000,
    }),
  ],
]);

function project(input: object): Project {
  const result = parseProject(input, {
    subtitleDefaults: {},
    localSources: false,
    resolveFont: (name) => name,
    fontFamilies: [],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
}
const timeline = (input: object) => buildTimeline(project(input), PROBES);
const audio = (more: object = {}) => ({ type: 'audio', src: 'http://h/1s', ...more });
const image = (more: object = {}) => ({ type: 'image', src: 'http://h/i', ...more });
const video = (more: object = {}) => ({ type: 'video', src: 'http://h/v', ...more });

describe('buildTimeline', () => {
  it.each([
    ['as the audio that is longer than its pictures', { audioSamples: 144_000 }, {}, 90],
    ['as its pictures if the audio is muted', { audioSamples: 144_000 }, { volume: 0 }, 60],
    ['as its pictures if the audio is padding', { audioSamples: 100_000 }, {}, 60],
    ['as its pictures if its audio is shorter', { audioSamples: 20_000 }, {}, 60],
    ['as the rest of its audio', { audioSamples: 144_000 }, { seek: 2.5 }, 15],
    ['as its audio at its speed', { audioSamples: 144_000 }, { speed: 2 }, 45],
  ])('makes a video as long %s', (_name, more, element, frames) => {
    const probes = new Map([['http://h/v', { ...PROBES.get('http://h/v')!, ...more }]]);
    const { totalFrames } = buildTimeline(
      project({ scenes: [{ elements: [video(element)] }] }),
      probes,
    );
    expect(totalFrames).toBe(frames);
  });

  it.each([
    ['its audio', [audio(), image()], 30],
    ['the last end of its audio', [audio({ start: 0.5 }), audio()], 45],
    ['its audio, not a longer video', [audio(), video()], 30],
    ['the part after the seek position', [audio({ seek: 0.4 })], 18],
    ['a shorter duration of its audio', [audio({ duration: 0.2 }), image()], 6],
    ['its longest visual without audio', [image({ duration: 1.5 }), video()], 60],
  ])('makes a scene as long as %s', (_name, elements, frames) => {
    expect(timeline({ scenes: [{ elements }] }).totalFrames).toBe(frames);
  });

  it.each([
    ['its last element', [audio(), video()], 60],
    ['its last element and the time after it', [audio({ 'extra-time': 1.5 }), video()], 75],
  ])('makes a scene with the duration "longest" as long as %s', (_name, elements, frames) => {
    expect(timeline({ scenes: [{ duration: 'longest', elements }] }).totalFrames).toBe(frames);
  });

  it('lets a scene go on until the elements of the video have ended', () => {
    const lengths = (scenes: object[], elements: object[]) =>
      timeline({ scenes, elements }).scenes.map(
        ({ startFrame, endFrame }) => endFrame - startFrame,
      );
    const last = { duration: 0.5, outlast: true };
    expect(lengths([{ outlast: true }], [video()])).toEqual([60]);
    expect(lengths([{ duration: 1 }, last], [video({ start: 0.5 })])).toEqual([30, 45]);
    expect(lengths([{ duration: 1 }, last], [audio(), image()])).toEqual([30, 15]);
    const faded = { ...last, duration: 1, transition: { duration: 0.5 } };
    expect(lengths([{ duration: 1 }, faded], [video()])).toEqual([30, 45]);
    expect(() => timeline({ scenes: [{ outlast: true }], elements: [image()] })).toThrow('length');
  });

  it('cuts elements at the end of the scene and loops up to it', () => {
    const { sounds, visuals } = timeline({
      scenes: [{ duration: 0.5, elements: [audio(), image(), audio({ loop: true, start: 0.25 })] }],
    });
    expect(sounds.map((clip) => [clip.startSample, clip.endSample])).toEqual([
      [0, 24_000],
      [12_000, 24_000],
    ]);
    expect(visuals.map((clip) => [clip.startFrame, clip.endFrame])).toEqual([[0, 15]]);
  });

  it('places elements over the whole video and paints them by z-index, then by order', () => {
    const { visuals, scenes } = timeline({
      scenes: [{ elements: [audio(), image({ 'z-index': 5 })] }, { elements: [audio(), image()] }],
      elements: [image({ width: 100, position: 'right-top' }), image({ 'z-index': -1 })],
    });
    expect(visuals.map((clip) => clip.pointer)).toEqual([
      '/elements/1',
      '/scenes/1/elements/1',
      '/elements/0',
      '/scenes/0/elements/1',
    ]);
    expect(visuals[2]).toMatchObject({
      startFrame: 0,
      endFrame: 60,
      x: 1820,
      y: 0,
      width: 100,
      height: 50,
    });
    expect(scenes.map((scene) => [scene.startFrame, scene.endFrame])).toEqual([
      [0, 30],
      [30, 60],
    ]);
  });

  it.each([
    ['an image as audio', [{ type: 'audio', src: 'http://h/i' }], '/scenes/0/elements/0'],
    ['audio as an image', [audio(), { type: 'image', src: 'http://h/1s' }], '/scenes/0/elements/1'],
    ['audio as a video', [audio(), { type: 'video', src: 'http://h/1s' }], '/scenes/0/elements/1'],
  ])('rejects %s and reports the position', (_name, elements, pointer) => {
    expect(() => timeline({ scenes: [{ elements }] })).toThrow(
      expect.objectContaining({ code: 'MEDIA_INVALID', pointer }),
    );
  });

  it('keeps every boundary within half a frame of its exact time, over any number of scenes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2_000, max: 500_000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(10, 23.976, 24, 25, 29.97, 30, 59.94, 60),
        (lengths, fps) => {
          const probes = new Map(
            lengths.map((audioSamples, index) => [`http://h/${index}`, probe({ audioSamples })]),
          );
          const input = {
            fps,
            scenes: lengths.map((_, index) => ({
              elements: [audio({ src: `http://h/${index}` })],
            })),
          };
          const built = buildTimeline(project(input), probes);
          let end = 0;
          for (const scene of built.scenes) {
            expect(scene.startFrame).toBe(end);
            expect(scene.endFrame).toBeGreaterThan(end);
            end = scene.endFrame;
          }
          expect(built.totalFrames).toBe(end);
          // A scene shorter than a frame is given one, which is all that may exceed the half.
          if (lengths.every((length) => length >= 4_800)) {
            expect(Math.max(...boundaryDrifts(built).map(Math.abs))).toBeLessThanOrEqual(0.5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('transitions', () => {
  const two = (duration: number) => ({
    scenes: [
      { elements: [audio()] },
      { elements: [audio(), image()], transition: { style: 'fade', duration } },
    ],
  });

  it('overlap scenes by their duration, in picture and sound', () => {
    const { scenes, sounds, totalFrames } = timeline(two(0.5));
    expect(totalFrames).toBe(45);
    expect(scenes.map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([
      [0, 30],
      [15, 45],
    ]);
    expect(scenes[1]).toMatchObject({ transition: 'fade', overlapSamples: 24_000 });
    expect(sounds.map(({ startSample, ramps }) => ({ startSample, ramps }))).toEqual([
      {
        startSample: 0,
        ramps: [{ startSample: 24_000, endSample: 48_000, from: 1, to: 0 }],
      },
      {
        startSample: 24_000,
        ramps: [{ startSample: 24_000, endSample: 48_000, from: 0, to: 1 }],
      },
    ]);
  });

  it('are rejected if the scenes are too short', () => {
    expect(() => timeline(two(1.2))).toThrow('too long for the scenes');
    const three = two(0.6);
    three.scenes.push(three.scenes[1]!);
    expect(() => timeline(three)).toThrow('too long for the scenes');
  });

  it('are rejected before the first scene', () => {
    const first = { elements: [audio()], transition: { duration: 1 } };
    expect(() => project({ scenes: [first] })).toThrow('/scenes/0/transition');
  });
});
