import { PLAIN_TRAITS } from '../media/picture-traits.js';
import { parseProject, type ParseOptions } from '../project/parse-project.js';
import { allTexts, allVisuals } from './all-clips.js';
import { buildTimeline } from './build-timeline.js';
import { gainAt } from './mix.js';
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
  ['http://h/2s', probe({ audioSamples: 96_000 })],
  ['http://h/i', probe({ kind: 'image', width: 400, height: 200 })],
]);
const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (name) => name,
  fontFamilies: [],
};
const voice = (more: object = {}) => ({ type: 'audio', src: 'http://h/2s', ...more });
const image = (more: object = {}) => ({ type: 'image', src: 'http://h/i', ...more });
const group = (elements: readonly object[], more: object = {}) => ({
  type: 'group',
  elements,
  ...more,
});

const read = (elements: readonly object[], more: object = {}) =>
  parseProject({ width: 400, height: 200, fps: 10, scenes: [{ elements, ...more }] }, OPTIONS);

function timelineOf(elements: readonly object[], more: object = {}) {
  const result = read(elements, more);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return buildTimeline(result.project, PROBES);
}

function issuesOf(elements: readonly object[]) {
  const result = read(elements, { duration: 5 });
  return result.ok ? [] : result.issues;
}

describe('groups on the timeline', () => {
  it('places elements in time and in the size of the group', () => {
    const inner = image({ start: 0.5, duration: 9, x: '50%', y: 10, width: '25%', height: 40 });
    const { visuals } = timelineOf(
      [group([inner], { start: 1, duration: 2, x: 100, y: 50, width: 200, height: 100 })],
      { duration: 5 },
    );
    expect(visuals).toMatchObject([{ kind: 'group', startFrame: 10, endFrame: 30, x: 100, y: 50 }]);
    expect(visuals[0]!.content).toMatchObject({
      width: 200,
      height: 100,
      visuals: [{ x: 100, y: 10, width: 50, height: 40, startFrame: 15, endFrame: 30 }],
    });
  });

  it('lasts until the last of its elements ends', () => {
    const elements = [group([image({ duration: 1 }), group([voice({ start: 0.5 }), image()])])];
    const { totalFrames, visuals } = timelineOf(elements);
    expect(totalFrames).toBe(25);
    expect(allVisuals(visuals).map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([
      [0, 25],
      [0, 10],
      [0, 25],
      [0, 25],
    ]);
  });

  it('lasts until the end if no element has an end', () => {
    const { visuals } = timelineOf([group([image()])], { duration: 3 });
    expect(visuals).toMatchObject([{ startFrame: 0, endFrame: 30 }]);
  });

  it('lets elements of a group follow each other', () => {
    const elements = [image({ duration: 1 }), image({ start: 'auto', duration: 1 })];
    const { visuals } = timelineOf([
      group(elements, { id: 'a', start: 0.5 }),
      image({ start: { after: 'a' }, duration: 1 }),
    ]);
    expect(visuals[0]!.content!.visuals.map(({ startFrame }) => startFrame)).toEqual([5, 15]);
    expect(visuals[1]).toMatchObject({ startFrame: 25, endFrame: 35 });
  });

  it('mixes its sounds with its volume, its fades, and its times', () => {
    const { sounds } = timelineOf(
      [group([voice({ start: 0.5, volume: 0.5 })], { start: 1, volume: 0.5, 'fade-in': 1 })],
      { duration: 5 },
    );
    expect(sounds).toMatchObject([{ startSample: 72_000, endSample: 168_000, volume: 0.25 }]);
    expect(sounds[0]!.speech).not.toBeNull();
    // Half of the fade is over when the sound begins.
    expect(gainAt(sounds[0]!, 0)).toBeCloseTo(0.125);
    expect(gainAt(sounds[0]!, 24_000)).toBeCloseTo(0.25);
  });

  it('plays no sound of a muted group, and none of a matte', () => {
    const muted = group([voice()], { volume: 0, duration: 1 });
    const cut = image({ duration: 1, matte: { element: group([voice(), image()]) } });
    expect(timelineOf([muted, cut]).sounds).toEqual([]);
  });

  it('finds the texts of groups and mattes', () => {
    const text = { type: 'text', text: 'a', duration: 1 };
    const { visuals, texts } = timelineOf([
      text,
      group([text]),
      { ...text, blend: 'screen' },
      image({ duration: 1, matte: { element: text } }),
    ]);
    expect(texts).toHaveLength(1);
    expect(visuals.map(({ kind }) => kind)).toEqual(['group', 'group', 'image']);
    const ids = allTexts({ visuals, texts }).map(({ content }) => content?.id ?? null);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });

  it('starts a matte with its element', () => {
    const [clip] = timelineOf(
      [image({ start: 1, duration: 2, matte: { element: image({ start: 0.5 }) } })],
      { duration: 5 },
    ).visuals;
    expect(clip!.matte!.content.visuals).toMatchObject([{ startFrame: 15, endFrame: 30 }]);
  });

  it.each([
    [
      'an unknown ID in a group',
      group([image({ start: { after: 'a' } }), group([image({ id: 'a' })])]),
      '/scenes/0/elements/0/elements/0/start',
    ],
    [
      'a wrong value in a group',
      group([image({ opacity: 2 })]),
      '/scenes/0/elements/0/elements/0/opacity',
    ],
    [
      'subtitles in a group',
      group([{ type: 'subtitles' }]),
      '/scenes/0/elements/0/elements/0/type',
    ],
    [
      'a sound as a matte',
      image({ matte: { element: voice() } }),
      '/scenes/0/elements/0/matte/element/type',
    ],
  ])('reports %s', (_name, element, pointer) => {
    expect(issuesOf([element])).toMatchObject([{ pointer }]);
  });

  it('can be nested five deep', () => {
    const nest = (depth: number): object =>
      depth === 0 ? image() : group([nest(depth - 1)], { duration: 1 });
    expect(issuesOf([nest(5)])).toEqual([]);
    expect(issuesOf([nest(6)])).toMatchObject([
      { message: 'Groups and mattes can be nested at most 5 deep.' },
    ]);
  });
});
