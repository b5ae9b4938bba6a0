import type { Timeline } from '../../api/index.js';
import { placeForScene, withMovedScene } from './scene-order.js';

const scene = (index: number, start: number, end: number, transition_seconds = 0) => ({
  ...{ pointer: `/scenes/${index}`, start, end, transition_seconds },
  ...{ start_frame: start * 10, end_frame: end * 10 },
});
/** Scenes of 2, 3, and 1 seconds. The second one fades in for half a second. */
const SCENES = [scene(0, 0, 2), scene(1, 1.5, 4.5, 0.5), scene(2, 4.5, 5.5)];
const TIMELINE = {
  duration_seconds: 5.5,
  frame_rate: 10,
  scenes: SCENES,
  clips: [{ pointer: '/scenes/0/elements/1', start: 0.5, end: 1, start_frame: 5, end_frame: 10 }],
  sounds: [{ pointer: '/elements/0', start: 0, end: 5.5 }],
  words: [],
} as unknown as Timeline;

describe('placeForScene', () => {
  it.each([
    ['where it is', 0, { start: 0.5, end: 2.5 }, { place: 0, seconds: 1.5 }],
    ['behind the middle of the next one', 0, { start: 2.1, end: 4.1 }, { place: 1, seconds: 4.5 }],
    ['at the end', 0, { start: 9, end: 11 }, { place: 2, seconds: 5.5 }],
    ['at the start', 2, { start: -3, end: -2 }, { place: 0, seconds: 0 }],
  ])('puts a scene %s', (_, index, span, expected) => {
    expect(placeForScene(SCENES, index, span)).toEqual(expected);
  });
});

describe('withMovedScene', () => {
  it('carries what is in the scenes, and gives the transition to the one that was first', () => {
    const { scenes, clips, sounds, duration_seconds: seconds } = withMovedScene(TIMELINE, 1, 0);
    expect(scenes).toEqual([scene(0, 0, 3), scene(1, 2.5, 4.5, 0.5), scene(2, 4.5, 5.5)]);
    expect(clips).toEqual([
      { pointer: '/scenes/1/elements/1', start: 3, end: 3.5, start_frame: 30, end_frame: 35 },
    ]);
    expect(sounds).toEqual(TIMELINE.sounds);
    expect(seconds).toBe(5.5);
  });

  it('waits for the service if scenes are repeated', () => {
    const repeated = { ...TIMELINE, scenes: [SCENES[0]!, SCENES[0]!] };
    expect(withMovedScene(repeated, 0, 1)).toBe(repeated);
  });
});
