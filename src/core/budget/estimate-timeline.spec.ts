import type { Timeline, VisualClip } from '../timeline/types.js';
import { estimateSound, estimateTimeline } from './estimate-timeline.js';

const still = {
  blend: 'normal',
  content: null,
  matte: null,
  pointer: '/scenes/0/elements/0',
  kind: 'image',
  startFrame: 0,
  endFrame: 10,
  width: 1_000,
  height: 1_000,
  motion: null,
  movement: null,
  cornersAndRotation: { rotation: null },
};

const STILL = still as unknown as VisualClip;
const MOVING = { ...STILL, kind: 'video' as const };

function estimate(...clips: readonly object[]) {
  const visuals = clips.map((clip) => ({ ...still, ...clip }) as unknown as VisualClip);
  const timeline = {
    totalFrames: 10,
    width: 2_000,
    height: 2_000,
    visuals,
    texts: [],
    fps: { num: 10, den: 1 },
  } as unknown as Timeline;
  return Object.fromEntries(estimateTimeline(timeline));
}

describe('estimateTimeline', () => {
  it.each([
    ['an image that does not move', {}, undefined],
    ['a video', { kind: 'video' }, 10],
    ['an image that moves', { motion: {} }, 10],
    ['a rotating shape', { kind: 'shape', cornersAndRotation: { rotation: { speed: 1 } } }, 10],
    [
      'a rotated shape',
      { kind: 'shape', cornersAndRotation: { rotation: { speed: 0 } } },
      undefined,
    ],
    ['a video larger than the frame, as the frame', { kind: 'video', width: 9_000 }, 40],
    ['a picture that blends, as three layers', { blend: 'multiply' }, 30],
    ['a picture that blends by its hue, as 250 layers', { blend: 'hue' }, 2500],
    [
      'a group in which nothing moves',
      { kind: 'group', content: { visuals: [STILL], texts: [] } },
      undefined,
    ],
    [
      'a group and the video in it',
      { kind: 'group', content: { visuals: [MOVING], texts: [] } },
      20,
    ],
    [
      'a picture and the video that cuts it',
      { matte: { content: { visuals: [MOVING], texts: [] } } },
      20,
    ],
  ])('counts %s', (_what, clip, expected) => {
    const { frames, movingMegapixels } = estimate(clip);
    expect(frames?.amount).toBe(10);
    expect(movingMegapixels?.amount).toBe(expected);
  });

  it('counts the values of movements', () => {
    const track = (to: number) => [
      { time: 0, value: 0, easing: 'linear' },
      { time: to, value: 1, easing: 'linear' },
    ];
    const movement = { channels: [{ property: 'x', track: track(0.3) }] };
    expect(estimate({ movement })['motionSteps']?.amount).toBe(5);
    const channels = ['x', 'y'].map((property) => ({ property, track: track(9), repeat: 9 }));
    expect(estimate({ movement: { channels } })['motionSteps']?.amount).toBe(20);
  });

  it('points at the clip that adds most', () => {
    const { movingMegapixels } = estimate(
      { kind: 'video', endFrame: 3 },
      { kind: 'video', pointer: '/elements/0' },
    );
    expect(movingMegapixels).toMatchObject({ amount: 13, pointer: '/elements/0' });
  });
});

describe('estimateSound', () => {
  it('counts seconds of all sources', () => {
    const sounds = [
      { pointer: '/a', samples: 48_000 },
      { pointer: '/b', samples: 96_000 },
    ];
    expect(estimateSound(sounds).get('sourceSeconds')).toMatchObject({ amount: 3, pointer: '/b' });
  });
});
