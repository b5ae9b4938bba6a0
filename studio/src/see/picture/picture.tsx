import { useEffect, useRef, useState } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { timeCode } from '../model/frames.js';
import { useSeeing } from '../model/seeing.js';
import { videoSize } from '../model/size.js';
import { isPictureBusy, picture, setShownWidth } from '../model/stills.js';
import { rate } from '../../timeline/timeline-store.js';
import { followSelection } from '../play/follow-selection.js';
import { onPlaybackKey } from '../play/keys.js';
import { attach, isBehind, isPlaying, isWaiting, showsDraft } from '../play/playback.js';
import { Notice } from './notice.js';
import { Overlay } from './overlay.js';
import { Transport } from './transport.js';
import './picture.css';

/** The frame at the playhead, or the draft that plays, with what belongs to it. */
export default function Picture() {
  useSeeing();
  const area = useRef<HTMLDivElement>(null);
  const stage = useStageSize(area);
  useEffect(followSelection, []);
  useEffect(() => {
    document.addEventListener('keydown', onPlaybackKey);
    return () => document.removeEventListener('keydown', onPlaybackKey);
  }, []);
  return (
    <div class="picture">
      <div class="picture-area" ref={area}>
        <div
          class="picture-stage"
          style={{ inlineSize: `${stage.width}px`, blockSize: `${stage.height}px` }}
        >
          <Frame />
          <DraftVideo />
          {stage.width > 0 && !isPlaying.value && (
            <Overlay scale={stage.width / videoSize.value.width} />
          )}
          <BusyMark />
        </div>
        <Notice />
      </div>
      <Transport />
    </div>
  );
}

function Frame() {
  const shown = picture.value;
  if (shown === null) {
    return <p class="picture-empty">{isPictureBusy.value ? '' : texts.see.noPicture}</p>;
  }
  const at = timeCode(video.playhead.value, rate.value);
  return (
    <img class="picture-frame" src={shown.url} alt={texts.see.frameAt(at)} draggable={false} />
  );
}

function DraftVideo() {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => attach(element.current!), []);
  return (
    <video
      class={`picture-draft ${showsDraft.value ? 'shown' : ''}`}
      ref={element}
      aria-hidden="true"
      tabIndex={-1}
      playsInline
      preload="auto"
    />
  );
}

/** A small mark in the corner. The last frame stays. */
function BusyMark() {
  const isBusy = (isPictureBusy.value && !isPlaying.value) || isWaiting.value || isBehind.value;
  return (
    <div class="picture-busy" role="status">
      {isBusy && (
        <>
          <span class="spinner" aria-hidden="true" />
          <span class={isWaiting.value ? '' : 'visually-hidden'}>
            {isWaiting.value ? texts.see.preparing : texts.see.loadingFrame}
          </span>
        </>
      )}
    </div>
  );
}

/** The largest size with the proportions of the video that fits. */
function useStageSize(area: { readonly current: HTMLElement | null }) {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setRoom({ width, height });
    });
    watcher.observe(area.current!);
    return () => {
      watcher.disconnect();
      setShownWidth(0);
    };
  }, []);
  const { width, height } = videoSize.value;
  const scale = Math.min(room.width / width, room.height / height);
  const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  useEffect(() => setShownWidth(size.width * globalThis.devicePixelRatio), [size.width]);
  return size;
}
