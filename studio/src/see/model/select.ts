import { parentOf, video } from '../../document/index.js';

/** Selects the value at a pointer, or the nearest value around it. */
export function select(pointer: string): void {
  let at = pointer;
  while (at !== '' && video.valueAt(at) === undefined) at = parentOf(at) ?? '';
  video.selection.value = at;
}
