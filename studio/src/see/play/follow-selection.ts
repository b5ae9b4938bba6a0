import { effect } from '@preact/signals';
import type { Timeline } from '../../api/index.js';
import { isWithin, video } from '../../document/index.js';
import { timeline, timelineKey } from '../../timeline/timeline-store.js';
import { version } from '../../timeline/version.js';
import { isPlaying } from './playback.js';

interface Span {
  readonly start: number;
  readonly end: number;
  /** When it can be seen: not before the scene before it has gone. */
  readonly seen: number;
}

/**
 * Shows what is selected: a playhead outside of its time goes to where it begins. What is moved takes its selection
 * along, and leaves the playhead. Returns what ends it.
 */
export function followSelection(): () => void {
  let followed = video.selection.peek();
  let text = video.text.peek();
  return effect(() => {
    const pointer = video.selection.value;
    const hasMoved = video.text.value !== text;
    text = video.text.value;
    const isCurrent = timelineKey.value !== null && timelineKey.value === version.value?.key;
    if (pointer === followed || isPlaying.peek()) return;
    // What is new comes with the next timeline.
    if (!hasMoved && !isCurrent) return;
    followed = pointer;
    const span = hasMoved ? null : spanOf(pointer, timeline.peek()!);
    // What has no time of its own leaves the playhead.
    if (span === null) return;
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
