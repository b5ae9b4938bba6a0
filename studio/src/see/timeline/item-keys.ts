import { video } from '../../document/index.js';
import { rate } from '../../timeline/timeline-store.js';
import { editorOf } from './editors.js';
import type { Edge } from './time-edits.js';
import type { Item } from './tracks.js';

const EXACT_SECONDS = 0.001;
const WORD_SECONDS = 0.01;

/** Moves an item, or its end, for a key. Returns false if the key means something else. */
export function nudge(item: Item, event: KeyboardEvent): boolean {
  const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (direction === undefined || event.ctrlKey || event.metaKey) return false;
  const editor = editorOf(item);
  const edge: Edge =
    event.shiftKey || item.type === 'scene' || !editor.edges.includes('move') ? 'end' : 'move';
  if (!editor.edges.includes(edge)) return true;
  const usual = item.type === 'word' ? WORD_SECONDS : 1 / rate.peek();
  const by = direction * (event.altKey ? EXACT_SECONDS : usual);
  const wanted = {
    start: edge === 'end' ? item.start : item.start + by,
    end: item.end + by,
  };
  editor.write(edge, editor.limit(edge, wanted), `nudge:${item.track} ${item.key}`);
  return true;
}

/** Selects an item, and goes to its start. */
export function visit(item: Item): void {
  if (item.pointer !== '') video.selection.value = item.pointer;
  video.playhead.value = Math.ceil(item.start * rate.peek() - 1e-3) / rate.peek();
}
