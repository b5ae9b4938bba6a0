import { computed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { frame } from '../model/stills.js';
import { timeline } from '../model/timeline-store.js';
import type { Box } from './box-geometry.js';
import { ElementBox } from './element-box.js';
import './overlay.css';

/** An element that shows in the frame at the playhead. */
export interface VisibleClip {
  /** A repeated scene has several clips with one pointer. */
  readonly key: string;
  readonly pointer: string;
  readonly type: 'image' | 'video' | 'shape' | 'text';
  readonly box: Box;
}

/** From the back to the front. */
const visibleClips = computed((): VisibleClip[] => {
  const clips = (timeline.value?.clips ?? []).filter(
    ({ start_frame: from, end_frame: to }) => from <= frame.value && to > frame.value,
  );
  const copies = new Map<string, number>();
  const visible = clips.flatMap(({ pointer, type, box }) => {
    const copy = copies.get(pointer) ?? 0;
    copies.set(pointer, copy + 1);
    return box === null ? [] : [{ key: `${pointer} ${copy}`, pointer, type, box }];
  });
  return visible.sort((a, b) => depthOf(a) - depthOf(b));
});

/** The boxes of the elements in the picture: to select them, to move them, and to change their size. */
export function Overlay({ scale }: { scale: number }) {
  const area = useRef<HTMLDivElement>(null);
  const clips = visibleClips.value;
  useEffect(() => {
    // A click beside all elements selects nothing.
    const onPointerDown = (event: PointerEvent) => {
      if (event.target === area.current) video.selection.value = '';
    };
    area.current!.addEventListener('pointerdown', onPointerDown);
    return () => area.current?.removeEventListener('pointerdown', onPointerDown);
  }, []);
  return (
    <div class="overlay" ref={area} role="group" aria-label={texts.see.overlay.label}>
      {clips.map((clip) => (
        <ElementBox key={clip.key} clip={clip} scale={scale} />
      ))}
    </div>
  );
}

function depthOf({ pointer }: VisibleClip): number {
  const depth = video.valueAt(`${pointer}/z-index`) ?? video.valueAt(`${pointer}/z_index`);
  return typeof depth === 'number' ? depth : 0;
}
