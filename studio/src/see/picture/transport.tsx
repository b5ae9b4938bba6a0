import { useState } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { Button, IconButton } from '../../ui/button.js';
import { timeCode } from '../model/frames.js';
import { duration, frames, rate } from '../../timeline/timeline-store.js';
import { goToEnd, goToFrame, isPlaying, speed, step, togglePlay } from '../play/playback.js';
import { backwards, stopShuttle } from '../play/shuttle.js';
import { sound } from '../play/sound.js';
import { KeysDialog } from './keys-dialog.js';

/** The buttons below the picture. */
export function Transport() {
  const { see } = texts;
  const [showsKeys, setShowsKeys] = useState(false);
  const cannotPlay = frames.value === null;
  const go = (action: () => void) => () => {
    stopShuttle();
    action();
  };
  return (
    <div class="transport" role="group" aria-label={see.playback}>
      <Sound />
      <div class="transport-buttons">
        <IconButton icon="skip-start" label={see.toStart} onClick={go(() => goToFrame(0))} />
        <IconButton icon="step-back" label={see.frameBack} onClick={go(() => step(-1))} />
        <Button
          variant="primary"
          icon={isPlaying.value ? 'pause' : 'play'}
          aria-label={isPlaying.value ? see.pause : see.play}
          title={isPlaying.value ? see.pause : see.play}
          disabled={cannotPlay}
          onClick={go(togglePlay)}
        />
        <IconButton icon="step-forward" label={see.frameForward} onClick={go(() => step(1))} />
        <IconButton icon="skip-end" label={see.toEnd} onClick={go(goToEnd)} />
      </div>
      <div class="transport-place">
        <Position />
        <span class="transport-keys">
          <IconButton icon="keyboard" label={see.keys.open} onClick={() => setShowsKeys(true)} />
        </span>
      </div>
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

function Position() {
  const at = timeCode(video.playhead.value, rate.value);
  const end = timeCode(duration.value, rate.value);
  const factor = backwards.value > 0 ? -backwards.value : speed.value;
  return (
    <span class="transport-position">
      {factor !== 1 && <span class="transport-speed">{texts.see.speed(factor)}</span>}
      <span class="visually-hidden">{texts.see.position(at, end)}</span>
      <span aria-hidden="true">
        <b>{at}</b>
        <span class="transport-end"> / {end}</span>
      </span>
    </span>
  );
}

function Sound() {
  const { volume, isMuted } = sound;
  const isSilent = isMuted.value || volume.value === 0;
  const { see } = texts;
  return (
    <div class="transport-sound">
      <IconButton
        icon={isSilent ? 'muted' : 'volume'}
        label={isSilent ? see.unmute : see.mute}
        onClick={() => {
          isMuted.value = !isSilent;
          if (isSilent && volume.value === 0) volume.value = 1;
        }}
      />
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        aria-label={see.volume}
        value={isMuted.value ? 0 : volume.value}
        onInput={(event) => {
          volume.value = Number(event.currentTarget.value);
          isMuted.value = false;
        }}
      />
    </div>
  );
}
