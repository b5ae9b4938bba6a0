import { video } from '../document/index.js';

/**
 * Undoes and redoes for the keys of the system, wherever the focus is: all panels share one history, and that of a field
 * of the browser would know only its own changes.
 */
export function onHistoryKey(event: KeyboardEvent): void {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isCommand || event.defaultPrevented) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) video.undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) video.redo();
  else return;
  event.preventDefault();
}
