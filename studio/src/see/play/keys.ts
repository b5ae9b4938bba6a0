import { faster, goToEnd, goToFrame, pause, step, togglePlay } from './playback.js';
import { rate } from '../../timeline/timeline-store.js';
import { goBackwards, stopShuttle } from './shuttle.js';

const WRITES = 'input:not([type=range]), textarea, select, [contenteditable=true], .cm-editor';
/** What uses the arrows by itself. */
const USES_ARROWS =
  '[role=tab], [role=menu], [role=option], [role=slider], [role=radio], input[type=range]';
const PRESSED_BY_SPACE = 'button, a, summary, label, [role=button], [role=option]';

type Action = () => void;

/** Keys of editors, on the whole workbench. They do nothing while somebody writes. */
export function onPlaybackKey(event: KeyboardEvent): void {
  const { key } = event;
  // What is in a shadow tree, as the editor is, is its host for listeners outside of it.
  const [target] = event.composedPath();
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof Element) || target.closest(WRITES) !== null) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const isArrow = key.startsWith('Arrow') || key === 'Home' || key === 'End';
  if (isArrow && target.closest(USES_ARROWS) !== null) return;
  if (key === ' ' && target.closest(PRESSED_BY_SPACE) !== null) return;
  const action = actionOf(key, event.shiftKey);
  if (action === null) return;
  event.preventDefault();
  // Only the key that goes back keeps going back.
  if (key.toLowerCase() !== 'j') stopShuttle();
  action();
}

function actionOf(key: string, isShift: boolean): Action | null {
  const distance = isShift ? Math.max(1, Math.round(rate.peek())) : 1;
  const actions: Readonly<Record<string, Action>> = {
    ' ': togglePlay,
    j: goBackwards,
    k: pause,
    l: faster,
    arrowleft: () => step(-distance),
    arrowright: () => step(distance),
    home: () => goToFrame(0),
    end: goToEnd,
  };
  return actions[key.toLowerCase()] ?? null;
}
