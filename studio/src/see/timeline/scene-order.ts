import type { Timeline } from '../../api/index.js';
import type { TimeSpan } from './time-edits.js';

type Scenes = Timeline['scenes'];

/** Where a scene goes that is dragged to a span: its place among the scenes, and the time of the gap, in seconds. */
export function placeForScene(
  scenes: Scenes,
  index: number,
  { start, end }: TimeSpan,
): { readonly place: number; readonly seconds: number } {
  // The edge that goes ahead decides: it has to pass the middle of another scene.
  const edge = start > scenes[index]!.start ? end : start;
  const others = scenes.filter((_, at) => at !== index);
  const place = others.filter((one) => (one.start + one.end) / 2 < edge).length;
  const seconds = others[place]?.start ?? others.at(-1)?.end ?? 0;
  return { place, seconds };
}

/**
 * The timeline with a scene in another place, until the service has computed it. Words stay where they are until then.
 * If scenes are repeated, their places are not those of the document, and nothing changes.
 */
export function withMovedScene(before: Timeline, from: number, to: number): Timeline {
  const { scenes } = before;
  if (scenes.some(({ pointer }, index) => pointer !== `/scenes/${index}`)) return before;
  const order = scenes.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  const transitions = order.map((index) => scenes[index]!.transition_seconds);
  // The same that happens to the document.
  if (transitions[0] !== 0) {
    const first = order.indexOf(0);
    transitions[first] ||= transitions[0]!;
    transitions[0] = 0;
  }
  const framed = <T extends TimeSpan>(one: T) => ({
    ...one,
    start_frame: Math.round(one.start * before.frame_rate),
    end_frame: Math.round(one.end * before.frame_rate),
  });
  let end = 0;
  const moved = order.map((index, place) => {
    const scene = scenes[index]!;
    const start = end - transitions[place]!;
    end = start + scene.end - scene.start;
    const transition_seconds = transitions[place]!;
    return framed({ ...scene, pointer: `/scenes/${place}`, start, end, transition_seconds });
  });
  const carried = <T extends { pointer: string; start: number; end: number }>(one: T): T => {
    const [, index, rest] = /^\/scenes\/(\d+)(\/.*)/.exec(one.pointer) ?? [];
    if (index === undefined) return one;
    const place = order.indexOf(Number(index));
    const by = moved[place]!.start - scenes[Number(index)]!.start;
    const pointer = `/scenes/${place}${rest}`;
    return { ...one, pointer, start: one.start + by, end: one.end + by };
  };
  return {
    ...before,
    duration_seconds: before.duration_seconds + end - scenes.at(-1)!.end,
    scenes: moved,
    clips: before.clips.map((clip) => framed(carried(clip))),
    sounds: before.sounds.map(carried),
  };
}
