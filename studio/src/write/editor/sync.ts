import { effect, untracked } from '@preact/signals';
import { Annotation, type ChangeSet, type ChangeSpec, type Extension } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { video } from '../../document/index.js';
import { changesBetween } from './changes.js';
import { partOf } from '../schema/parts.js';

/** Marks what the editor does because the document or the selection changed elsewhere. */
const foreign = Annotation.define<boolean>();

/** Passes on what happens in the editor: changes of the text, and what the cursor is in. */
export const reportChanges: Extension = EditorView.updateListener.of((update) => {
  if (update.docChanged && !isForeign(update)) {
    video.setText(update.state.doc.toString(), { group: groupOf(update) });
  }
  if (update.selectionSet && !isForeign(update)) {
    // What is typed elsewhere is undone by itself.
    if (!update.docChanged) video.endGroup();
    const { head } = update.state.selection.main;
    video.selection.value = partOf(video.pointerAt(head));
  }
  if (update.focusChanged && !update.view.hasFocus) video.endGroup();
});

/** Follows the document and the selection. Returns what ends it. */
export function followDocument(view: EditorView): () => void {
  const ends = [
    effect(() => showText(view, video.text.value)),
    effect(() => {
      const pointer = video.selection.value;
      // Not for each change of the text: the cursor stays where someone writes.
      untracked(() => reveal(view, pointer));
    }),
  ];
  return () => ends.forEach((end) => end());
}

/** Shows a place of the document, and puts the cursor there. */
export function revealRange(view: EditorView, from: number, to = from): void {
  const length = view.state.doc.length;
  const anchor = Math.min(from, length);
  view.dispatch({
    selection: { anchor, head: Math.min(to, length) },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    annotations: foreign.of(true),
  });
}

function showText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (text === before) return;
  const changes: ChangeSpec[] = changesBetween(before, text).map(({ at, removed, inserted }) => ({
    from: at,
    to: at + removed.length,
    insert: inserted,
  }));
  const set = view.state.changes(changes);
  // Who undoes while writing sees what was undone.
  const end = view.hasFocus ? endOf(set) : null;
  view.dispatch({
    changes: set,
    annotations: foreign.of(true),
    ...(end === null ? {} : { selection: { anchor: end }, scrollIntoView: true }),
  });
}

/** The end of the last place that changes, in the new text. */
function endOf(changes: ChangeSet): number | null {
  let end: number | null = null;
  changes.iterChangedRanges((_fromOld, _toOld, _from, to) => {
    end = to;
  });
  return end;
}

/** The cursor stays if it is within what is selected: it may be what selected it. */
function reveal(view: EditorView, pointer: string): void {
  const { head } = view.state.selection.main;
  const isThere = partOf(video.pointerAt(head)) === pointer;
  const range = pointer === '' || isThere ? null : video.rangeOf(pointer);
  if (range === null) return;
  revealRange(view, range.from);
}

function isForeign(update: ViewUpdate): boolean {
  return update.transactions.some((transaction) => transaction.annotation(foreign) === true);
}

/** Typing and deleting are undone apart, and whatever else happens, such as pasting, is undone alone. */
function groupOf(update: ViewUpdate): string | undefined {
  const is = (event: string) => update.transactions.some((one) => one.isUserEvent(event));
  if (is('input.type')) return 'editor:type';
  return is('delete') && !is('delete.cut') ? 'editor:delete' : undefined;
}
