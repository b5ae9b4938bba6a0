import { PLAIN_TRAITS } from '../media/picture-traits.js';
import { parseProject } from '../project/parse-project.js';
import { buildTimeline } from './build-timeline.js';
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
  ['http://h/v', probe({ kind: 'video', width: 64, height: 36, videoDurationUs: 2_000_000 })],
]);
const audio = (more: object = {}) => ({ type: 'audio', src: 'http://h/1s', ...more });
const odd = (more: object = {}) => audio({ src: 'http://h/odd', ...more });
const image = (more: object = {}) => ({ type: 'image', src: 'http://h/i', ...more });
const video = (more: object = {}) => ({ type: 'video', src: 'http://h/v', ...more });
const text = (more: object = {}) => ({ type: 'text', text: 'a', ...more });

const read = (elements: readonly object[], more: object = {}) =>
  parseProject(
    { fps: 10, scenes: [{ elements, ...more }] },
    {
      subtitleDefaults: {},
      localSources: false,
      resolveFont: (name) => name,
      fontFamilies: [],
    },
  );

function timelineOf(elements: readonly object[], more: object = {}) {
  const result = read(elements, more);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return buildTimeline(result.project, PROBES);
}

/** First and last frame of each picture and text, by its position in the config. */
function spansOf(elements: readonly object[], more: object = {}): (readonly [number, number])[] {
  const { visuals, texts } = timelineOf(elements, more);
  const spans = [
    ...visuals.map(({ sequence, startFrame, endFrame }) => ({ sequence, startFrame, endFrame })),
    ...texts.map(({ sequence, startFrame, times }) => ({
      sequence,
      startFrame,
      endFrame: startFrame + times.frames,
    })),
  ];
  return spans
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ startFrame, endFrame }) => [startFrame, endFrame]);
}

function issuesOf(elements: readonly object[]) {
  const result = read(elements, { duration: 5 });
  return result.ok ? [] : result.issues;
}

describe('sequenceElements', () => {
  it('lets elements follow each other on a track, with the lengths of their sources', () => {
    const elements = [
      video({ track: 1 }),
      image({ track: 1, start: 'auto', duration: 1 }),
      video({ track: 1, start: 'auto', seek: 0.5 }),
      text({ track: 2, duration: 0.5 }),
      text({ track: 2, start: 'auto', duration: 0.5 }),
    ];
    expect(spansOf(elements)).toEqual([
      [0, 20],
      [20, 30],
      [30, 45],
      [0, 5],
      [5, 10],
    ]);
  });

  it('lets elements without a track follow the one before', () => {
    const elements = [image({ duration: 1 }), image({ start: 'auto', duration: 1 })];
    expect(spansOf(elements)).toEqual([
      [0, 10],
      [10, 20],
    ]);
  });

  it('begins an element with the sample after the last one of the element before it', () => {
    const { sounds } = timelineOf([odd(), odd({ start: 'auto' }), odd({ start: 'auto' })]);
    expect(sounds.map(({ startSample, endSample }) => [startSample, endSample])).toEqual([
      [0, 123_457],
      [123_457, 246_914],
      [246_914, 370_371],
    ]);
  });

  it('places an element after another, with another, and with an offset', () => {
    const elements = [
      image({ start: { after: 'voice', offset: -0.4 }, duration: 1 }),
      image({ start: { 'same-as': 'late' }, duration: 1 }),
      image({ id: 'late', start: { after: 'voice' }, duration: 0.5 }),
      audio({ id: 'voice', start: 0.5 }),
    ];
    expect(spansOf(elements, { duration: 5 })).toEqual([
      [11, 21],
      [15, 25],
      [15, 20],
    ]);
  });

  it('begins no element before its scene', () => {
    const elements = [
      image({ id: 'a', duration: 1 }),
      image({ start: { after: 'a', offset: -3 }, duration: 1 }),
    ];
    expect(spansOf(elements)[1]).toEqual([0, 10]);
  });

  it('gives an element the length of another', () => {
    const elements = [
      audio({ id: 'voice', start: 0.5 }),
      text({ start: { 'same-as': 'voice' }, duration: { 'same-as': 'voice' } }),
    ];
    expect(spansOf(elements, { duration: 5 })).toEqual([[5, 15]]);
  });

  it('gives an element that lasts as long as one without an end no end', () => {
    const elements = [image({ id: 'a' }), text({ start: 1, duration: { 'same-as': 'a' } })];
    expect(spansOf(elements, { duration: 5 })[1]).toEqual([10, 50]);
  });

  it('ends an element without a length where the next one on its track begins', () => {
    const elements = [
      image({ track: 3 }),
      image({ track: 3, start: 2 }),
      video({ track: 3, start: 3, loop: true }),
      image({ track: 3, start: 4 }),
      image({ start: 1 }),
    ];
    expect(spansOf(elements, { duration: 5 })).toEqual([
      [0, 20],
      [20, 30],
      [30, 40],
      [40, 50],
      [10, 50],
    ]);
  });

  it('makes a scene as long as the elements that follow each other', () => {
    const { totalFrames } = timelineOf([video({ track: 1 }), video({ track: 1, start: 'auto' })]);
    expect(totalFrames).toBe(40);
  });

  it('follows a chain of 500 elements', () => {
    const chain = Array.from({ length: 500 }, (_, at) =>
      image({
        id: `e${at}`,
        duration: 0.1,
        ...(at < 499 ? { start: { after: `e${at + 1}` } } : {}),
      }),
    );
    const spans = spansOf(chain);
    expect(spans[499]).toEqual([0, 1]);
    expect(spans[0]).toEqual([499, 500]);
  });
});

describe('sequenceIssues', () => {
  it.each([
    [
      'an unknown ID',
      [image({ start: { after: 'nobody' } })],
      '/scenes/0/elements/0/start',
      /No element beside this one has the ID "nobody"/,
    ],
    [
      'an unknown ID of a duration',
      [image({ duration: { 'same-as': 'nobody' } })],
      '/scenes/0/elements/0/duration',
      /"nobody"/,
    ],
    [
      'an ID that two elements have',
      [image({ id: 'a' }), image({ id: 'a' }), text({ start: { 'same-as': 'a' } })],
      '/scenes/0/elements/2/start',
      /2 elements/,
    ],
    [
      'an element that waits for itself',
      [image({ id: 'a', duration: 1, start: { after: 'a' } })],
      '/scenes/0/elements/0/start',
      /circle/,
    ],
    [
      'elements that wait for each other',
      [
        image({ id: 'a', duration: 1, start: { after: 'b' } }),
        image({ id: 'b', duration: { 'same-as': 'a' } }),
      ],
      '/scenes/0/elements/0/start',
      /circle/,
    ],
    [
      'an element after one that does not end',
      [image(), text({ start: 'auto' })],
      '/scenes/0/elements/1/start',
      /lasts until the end/,
    ],
    [
      'an element on a track after one that does not end',
      [image({ track: 1 }), text({ track: 1, start: 'auto' })],
      '/scenes/0/elements/1/start',
      /lasts until the end/,
    ],
    [
      'an element after one that is as long as one that does not end',
      [
        image({ id: 'a' }),
        image({ id: 'b', duration: { 'same-as': 'a' } }),
        text({ start: { after: 'b' } }),
      ],
      '/scenes/0/elements/2/start',
      /lasts until the end/,
    ],
    [
      'a start that names no element',
      [text({ start: { offset: 1 } })],
      '/scenes/0/elements/0/start',
      /requires either "after" or "same-as"/,
    ],
    [
      'a start that names two',
      [text({ start: { after: 'a', 'same-as': 'b' } })],
      '/scenes/0/elements/0/start',
      /either/,
    ],
  ])('reports %s', (_name, elements, pointer, message) => {
    const issues = issuesOf(elements);
    expect(issues[0]).toMatchObject({ pointer });
    expect(issues[0]!.message).toMatch(message);
  });
});
