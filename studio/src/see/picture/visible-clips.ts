import { computed } from '@preact/signals';
import { isInGroup, video } from '../../document/index.js';
import { frame } from '../model/stills.js';
import { timeline } from '../../timeline/timeline-store.js';
import type { Box } from './box-geometry.js';

/** An element that shows in the frame at the playhead. */
export interface VisibleClip {
  /** A repeated scene has several clips with one pointer. */
  readonly key: string;
  readonly pointer: string;
  readonly type: 'image' | 'video' | 'shape' | 'text' | 'group';
  readonly box: Box;
}

/** The elements of the frame at the playhead, from the back to the front. */
export const visibleClips = computed((): VisibleClip[] => {
  const clips = (timeline.value?.clips ?? []).filter(
    ({ start_frame: from, end_frame: to }) => from <= frame.value && to > frame.value,
  );
  const copies = new Map<string, number>();
  const visible = clips.flatMap(({ pointer, type, box }) => {
    const copy = copies.get(pointer) ?? 0;
    copies.set(pointer, copy + 1);
    // A group is moved as a whole: places in it count from its corner.
    return box === null || isInGroup(pointer)
      ? []
      : [{ key: `${pointer} ${copy}`, pointer, type, box }];
  });
  return visible.sort((a, b) => depthOf(a) - depthOf(b));
});

function depthOf({ pointer }: VisibleClip): number {
  const depth = video.valueAt(`${pointer}/z-index`) ?? video.valueAt(`${pointer}/z_index`);
  return typeof depth === 'number' ? depth : 0;
}
