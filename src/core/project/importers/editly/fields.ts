import { childPointer } from '../../../fields/json-pointer.js';
import type { Report } from '../report.js';
import type { Layer } from './layer.js';

/** Fields that layers of older versions had, or that only say what a layer is. */
const WITHOUT_EFFECT = new Set(['type', 'comment', 'id', 'name']);

/** Notes the own members of a layer that nothing has read. */
export function noteUnread(layer: Layer, report: Report): void {
  for (const name of layer.unreadNames()) {
    if (WITHOUT_EFFECT.has(name)) continue;
    const at = childPointer(layer.pointer, name);
    report.note(at, `A layer like this has no "${name.slice(0, 60)}", so it is left out.`);
  }
}
