import { signal } from '@preact/signals';
import { frame } from '../model/stills.js';
import { rate } from '../../timeline/timeline-store.js';
import { pause, step } from './playback.js';

const STEP_MS = 200;
const MOST_SPEED = 4;

/** How fast the playhead goes back: 0 if it does not. */
export const backwards = signal(0);

let timer: ReturnType<typeof setInterval> | undefined;

/** Goes back in steps, or faster if it does already. Drafts play forward only. */
export function goBackwards(): void {
  pause();
  backwards.value = Math.min(MOST_SPEED, backwards.peek() * 2 || 1);
  clearInterval(timer);
  const frames = Math.max(1, Math.round((rate.peek() * backwards.peek() * STEP_MS) / 1000));
  const go = () => {
    step(-frames);
    if (frame.peek() === 0) stopShuttle();
  };
  go();
  if (frame.peek() > 0) timer = setInterval(go, STEP_MS);
}

export function stopShuttle(): void {
  clearInterval(timer);
  backwards.value = 0;
}
