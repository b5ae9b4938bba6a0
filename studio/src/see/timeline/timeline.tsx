import { computed, effect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { IconButton } from '../../ui/button.js';
import { useSeeing } from '../model/seeing.js';
import { pictureFailure } from '../model/stills.js';
import { useAssetNames } from '../../uploads/asset-names.js';
import { isTimelineBusy, rate, timeline, timelineFailure } from '../../timeline/timeline-store.js';
import { goToFrame, isPlaying } from '../play/playback.js';
import { Playhead, Ruler } from './ruler.js';
import './timeline.css';
import { TrackView } from './track.js';
import { tracksOf } from './tracks.js';
import {
  contentWidth,
  fit,
  isFitting,
  perSecond,
  reveal,
  room,
  setScroller,
  zoom,
} from './view.js';
import { Warnings } from './warnings.js';
import { WordsDialog } from './words-dialog.js';

const ZOOM_STEP = 1.5;
const tracks = computed(() => (timeline.value === null ? [] : tracksOf(timeline.value)));

/** What happens when in the video, and what changes it. */
export default function TimelineView() {
  useSeeing();
  useAssetNames(video.text.value);
  return (
    <div class="timeline">
      <div class="timeline-bar">
        <Warnings />
        <p class="timeline-state" role="status">
          {stateText()}
        </p>
        <ZoomButtons />
      </div>
      {timeline.value === null ? (
        <p class="timeline-empty">{texts.see.timeline.empty}</p>
      ) : (
        <Tracks />
      )}
      <WordsDialog />
    </div>
  );
}

function stateText(): string {
  const { loading, outdated } = texts.see.timeline;
  if (isTimelineBusy.value) return loading;
  const hasFailed = timelineFailure.value !== null || pictureFailure.value !== null;
  return timeline.value !== null && hasFailed ? outdated : '';
}

function ZoomButtons() {
  const { zoomIn, zoomOut, fit: fitLabel } = texts.see.timeline;
  const middle = () => room.peek().width / 2;
  return (
    <>
      <IconButton
        icon="zoom-out"
        label={zoomOut}
        disabled={isFitting.value}
        onClick={() => zoom(1 / ZOOM_STEP, middle())}
      />
      <IconButton icon="zoom-in" label={zoomIn} onClick={() => zoom(ZOOM_STEP, middle())} />
      <IconButton icon="fit" label={fitLabel} disabled={isFitting.value} onClick={fit} />
    </>
  );
}

function Tracks() {
  const scroller = useRef<HTMLDivElement>(null);
  useScroller(scroller);
  useEffect(
    () =>
      effect(() => {
        if (isPlaying.value) reveal(video.playhead.value);
      }),
    [],
  );

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (!target.classList.contains('track-items')) return;
    const x = event.clientX - target.getBoundingClientRect().left;
    goToFrame(Math.round((x / perSecond.peek()) * rate.peek()));
    video.selection.value = '';
  }

  return (
    <div class="timeline-scroller" ref={scroller} onClick={onClick}>
      <div class="timeline-content" style={{ '--content': `${contentWidth.value}px` }}>
        <div class="track-name corner" />
        <Ruler />
        {tracks.value.map((track) => (
          <TrackView key={track.id} track={track} />
        ))}
        <Playhead />
      </div>
    </div>
  );
}

/** Follows the size and the place of what scrolls, and zooms for the wheel. */
function useScroller(scroller: { readonly current: HTMLElement | null }): void {
  // Before the first paint, which would show all items at the same place otherwise.
  useLayoutEffect(() => {
    const element = scroller.current!;
    const measure = () => {
      if (element.clientWidth === 0) return;
      const names = element.querySelector<HTMLElement>('.track-name')!.offsetWidth;
      const next = { width: element.clientWidth - names, left: element.scrollLeft };
      const { width, left } = room.peek();
      if (next.width !== width || next.left !== left) room.value = next;
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const names = element.querySelector<HTMLElement>('.track-name')!.offsetWidth;
      const x = event.clientX - element.getBoundingClientRect().left - names;
      zoom(Math.exp(-event.deltaY / 300), Math.max(0, x));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    setScroller(element);
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', measure);
      element.removeEventListener('wheel', onWheel);
      setScroller(null);
    };
  }, []);
}
