import { effect } from '@preact/signals';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type Problem, problems, type Range, video } from '../../document/index.js';
import { nameRangeOf } from '../../document/ranges.js';

/** Marks what is wrong: where the text is not JSON, and what the service says of it. Returns what ends it. */
export function followProblems(view: EditorView): () => void {
  return effect(() => {
    const { error } = video.parsed.value;
    const found = problems.value.map((problem) => diagnosticOf(view.state.doc, problem));
    if (error !== null) {
      const { offset, message } = error;
      found.push({ ...within(view.state.doc, offset, offset + 1), severity: 'error', message });
    }
    // Not in the update of the editor that caused it, which has not ended.
    queueMicrotask(() => {
      const { length } = view.state.doc;
      const fitting = found.filter(({ to }) => to <= length);
      view.dispatch(setDiagnostics(view.state, fitting));
    });
  });
}

function diagnosticOf(doc: Text, { pointer, message, severity }: Problem): Diagnostic {
  const { from, to } = placeOf(doc, pointer);
  return { ...within(doc, from, to), severity, message };
}

/** Where what is wrong with a place is marked. */
export function startOf(pointer: string): number {
  return nameRangeOf(video.parsed.peek().tree, pointer)?.from ?? video.nearestRange(pointer).from;
}

/** A value with its name. Of what is long, only the first line. */
function placeOf(doc: Text, pointer: string): Range {
  const range = video.nearestRange(pointer);
  const from = startOf(pointer);
  const line = doc.lineAt(Math.min(from, doc.length));
  return { from, to: Math.min(range.to, line.to) };
}

/** A mark of no length would not be visible. */
function within(doc: Text, from: number, to: number): Range {
  const start = Math.max(0, Math.min(from, doc.length - 1));
  return { from: start, to: Math.min(Math.max(to, start + 1), doc.length) };
}
