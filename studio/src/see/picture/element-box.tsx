import { useId, useRef, useState } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { nameOf } from '../model/names.js';
import { videoSize } from '../model/size.js';
import { patchTimeline } from '../../timeline/timeline-store.js';
import { canPlace, writeBox } from './box-edit.js';
import { type Box, dragged, type Grip, type Guides } from './box-geometry.js';
import type { VisibleClip } from './visible-clips.js';

const GRIPS: readonly Grip[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];
/** Pixels of the screen. */
const SNAP = 6;
const CLICK = 4;
/** An element that covers nearly all of the picture is moved only after it was selected. */
const BACKGROUND_SHARE = 0.8;
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface Drag {
  readonly box: Box;
  readonly guides: Guides;
}

interface Gesture {
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  readonly canMove: boolean;
  hasMoved: boolean;
}

/** The box of an element. @param scale pixels of the screen for a pixel of the video */
export function ElementBox({ clip, scale }: { clip: VisibleClip; scale: number }) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const gesture = useRef<Gesture | null>(null);
  const helpId = useId();
  const { pointer, type } = clip;
  const isSelected = video.selection.value === pointer || isBelow(video.selection.value, pointer);
  const isMovable = canPlace(video.valueAt(pointer));
  const box = drag?.box ?? clip.box;
  const frame = videoSize.value;
  const { overlay } = texts.see;

  function write(after: Box, group: string): void {
    const change = { before: clip.box, after, frame, isText: type === 'text', group };
    if (!writeBox(video, pointer, change)) return;
    patchTimeline((timeline) => ({
      ...timeline,
      clips: timeline.clips.map((one) => (one.pointer === pointer ? { ...one, box: after } : one)),
    }));
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const grip = ((event.target as HTMLElement).dataset['grip'] ?? 'move') as Grip;
    const share = (clip.box.width * clip.box.height) / (frame.width * frame.height);
    const canMove = isMovable && (isSelected || share < BACKGROUND_SHARE);
    gesture.current = { grip, x: event.clientX, y: event.clientY, canMove, hasMoved: false };
    video.selection.value = pointer;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent): void {
    const { current } = gesture;
    if (current === null || !current.canMove) return;
    const by = { x: (event.clientX - current.x) / scale, y: (event.clientY - current.y) / scale };
    current.hasMoved ||= Math.hypot(by.x, by.y) * scale >= CLICK;
    if (!current.hasMoved) return;
    // A shift key keeps the proportions, or the direction of a move.
    const isStraight = event.shiftKey && current.grip === 'move';
    if (isStraight && Math.abs(by.x) > Math.abs(by.y)) by.y = 0;
    else if (isStraight) by.x = 0;
    const snap = event.ctrlKey || event.metaKey ? 0 : SNAP / scale;
    setDrag(dragged(clip.box, current.grip, by, { frame, snap, keepsProportions: event.shiftKey }));
  }

  function onPointerUp(): void {
    if (drag !== null) {
      write(drag.box, `drag:${pointer}`);
      video.endGroup();
    }
    leave();
  }

  function leave(): void {
    gesture.current = null;
    setDrag(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (gesture.current === null) video.selection.value = '';
      leave();
    } else if (event.key === 'Enter' || event.key === ' ') {
      video.selection.value = pointer;
    } else {
      const direction = ARROWS[event.key];
      if (direction === undefined || !isMovable || event.ctrlKey || event.metaKey) return;
      const step = event.shiftKey ? 10 : 1;
      const by = { x: direction.x * step, y: direction.y * step };
      const options = { frame, snap: 0, keepsProportions: false };
      const [grip, group] = event.altKey ? (['se', 'size'] as const) : (['move', 'nudge'] as const);
      write(dragged(clip.box, grip, by, options).box, `${group}:${pointer}`);
    }
    event.preventDefault();
  }

  const name = nameOf(video.value.value, pointer, type);
  return (
    <>
      <div
        class={`element-box ${isSelected ? 'selected' : ''} ${isMovable ? '' : 'locked'}`}
        role="button"
        tabIndex={0}
        aria-label={overlay.box(name, box.x, box.y, box.width, box.height)}
        aria-pressed={isSelected}
        aria-describedby={isSelected ? helpId : undefined}
        title={isMovable ? name : `${name}. ${overlay.locked}`}
        style={rectangle(box, scale)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={leave}
        onKeyDown={onKeyDown}
      >
        {isSelected &&
          isMovable &&
          GRIPS.map((grip) => <span key={grip} class={`box-grip ${grip}`} data-grip={grip} />)}
        {isSelected && (
          <span class="visually-hidden" id={helpId}>
            {isMovable ? overlay.help : overlay.locked}
          </span>
        )}
      </div>
      {drag !== null && <GuideLines guides={drag.guides} scale={scale} />}
    </>
  );
}

function GuideLines({ guides, scale }: { guides: Guides; scale: number }) {
  return (
    <>
      {guides.x.map((at) => (
        <span key={`x${at}`} class="box-guide upright" style={{ left: `${at * scale}px` }} />
      ))}
      {guides.y.map((at) => (
        <span key={`y${at}`} class="box-guide flat" style={{ top: `${at * scale}px` }} />
      ))}
    </>
  );
}

function rectangle({ x, y, width, height }: Box, scale: number) {
  return {
    left: `${x * scale}px`,
    top: `${y * scale}px`,
    width: `${width * scale}px`,
    height: `${height * scale}px`,
  };
}

/** Whether a field of an element is selected. */
function isBelow(selection: string, pointer: string): boolean {
  return selection.startsWith(`${pointer}/`);
}
