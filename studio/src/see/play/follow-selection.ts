import { effect } from '@preact/signals';
import type { Timeline } from '../../api/index.js';
import { isWithin, video } from '../../document/index.js';
import { timeline } from '../../timeline/timeline-store.js';
import { isPlaying } from './playback.js';

interface Span {
  readonly start: number;
  readonly end: number;
  /** When it can be seen: not before the scene before it has gone. */
  readonly seen: number;
}

/** Shows what is selected: a playhead outside of its time goes to where it begins. Returns what ends it. */
export function followSelection(): () => void {
  let followed = video.selection.peek();
  return effect(() => {
    const pointer = video.selection.value;
    const { value: current } = timeline;
    if (pointer === followed || isPlaying.peek()) return;
    const span = current === null ? null : spanOf(pointer, current);
    // What is new comes with the next timeline. What has no time of its own leaves the playhead.
    if (span === null) return;
    followed = pointer;
    const at = video.playhead.peek();
    if (at < span.start || at >= span.end) video.playhead.value = span.seen;
  });
}

function spanOf(pointer: string, { scenes, clips }: Timeline): Span | null {
  const scene = scenes.find((one) => isWithin(pointer, one.pointer));
  const clip = clips.find((one) => isWithin(pointer, one.pointer));
  const found = clip ?? scene;
  if (found === undefined) return null;
  const { start, end } = found;
  const sceneSeen = scene === undefined ? start : scene.start + scene.transition_seconds;
  return { start, end, seen: sceneSeen < end ? Math.max(start, sceneSeen) : start };
}
