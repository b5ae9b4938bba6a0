import { useRef } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { clock, timeCode } from '../model/frames.js';
import { frame } from '../model/stills.js';
import { duration, frames, rate } from '../../timeline/timeline-store.js';
import { goToEnd, goToFrame, step } from '../play/playback.js';
import { marksBetween } from './scale.js';
import { contentWidth, perSecond, visibleTimes } from './view.js';

/** The times above the tracks. The playhead is dragged on it. */
export function Ruler() {
  const isDragging = useRef(false);
  const { from, to } = visibleTimes.value;
  const scale = perSecond.value;

  function goTo(event: PointerEvent): void {
    const { left } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    goToFrame(Math.round(((event.clientX - left) / scale) * rate.peek()));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const distance = event.shiftKey ? Math.round(rate.peek()) : 1;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => step(-distance),
      ArrowDown: () => step(-distance),
      ArrowRight: () => step(distance),
      ArrowUp: () => step(distance),
      PageDown: () => step(-10 * Math.round(rate.peek())),
      PageUp: () => step(10 * Math.round(rate.peek())),
      Home: () => goToFrame(0),
      End: goToEnd,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  return (
    <div
      class="ruler"
      role="slider"
      tabIndex={0}
      aria-label={texts.see.timeline.playhead}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, (frames.value ?? 1) - 1)}
      aria-valuenow={frame.value}
      aria-valuetext={timeCode(video.playhead.value, rate.value)}
      style={{ width: `${contentWidth.value}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        isDragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => isDragging.current && goTo(event)}
      onPointerUp={() => {
        isDragging.current = false;
      }}
      onPointerCancel={() => {
        isDragging.current = false;
      }}
    >
      {marksBetween(from, Math.min(to, duration.value), scale).map(({ seconds, hasLabel }) => (
        <span
          key={seconds}
          class={`mark ${hasLabel ? 'labeled' : ''}`}
          style={{ left: `${seconds * scale}px` }}
        >
          {hasLabel && labelOf(seconds)}
        </span>
      ))}
    </div>
  );
}

function labelOf(seconds: number): string {
  const part = Math.round((seconds % 1) * 100);
  return part === 0 || part === 100
    ? clock(Math.round(seconds))
    : `${clock(seconds)}.${String(part).padStart(2, '0').replace(/0$/, '')}`;
}

/** The line through all tracks. */
export function Playhead() {
  const x = (frame.value / rate.value) * perSecond.value;
  return <div class="playhead" aria-hidden="true" style={{ transform: `translateX(${x}px)` }} />;
}
