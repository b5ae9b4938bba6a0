import { isWithin, parentOf, video } from '../../document/index.js';
import { partOf } from '../schema/parts.js';

/** Sets a field. The keys of one visit to it are undone together. */
export function setField(pointer: string, value: unknown): void {
  video.edit(pointer, value, { group: `field:${pointer}` });
}

/** Takes a field out, so that it has its default, and what contains it if nothing is left in it. */
export function resetField(pointer: string): void {
  video.transact(() => {
    video.remove(pointer);
    const part = partOf(pointer);
    for (let at = parentOf(pointer); at !== null && at !== part; at = parentOf(at)) {
      const value = video.valueAt(at);
      const isEmpty =
        typeof value === 'object' && value !== null && Object.keys(value).length === 0;
      // Lists are values also when they are empty, and their items count.
      if (!isEmpty || Array.isArray(value) || /\/\d+$/.test(at) || !isWithin(at, part)) return;
      video.remove(at);
    }
  });
}
