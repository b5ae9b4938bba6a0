import { snippet, startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';

type Apply = (view: EditorView, completion: object, from: number, to: number) => void;

/** Writes a name with its value. If there is a value already, only the name is replaced. */
export function applyName(inserts: string): Apply {
  return (view, _completion, from, to) => {
    const text = view.state.doc.toString();
    const [start, end] = wholeToken(text, from, to);
    const hasValue = /^\s*:/.test(text.slice(end, end + 50));
    const name = inserts.slice(0, inserts.indexOf('": ') + 1);
    write(view, hasValue ? literal(name) : inserts + commaAfter(text, end), start, end);
    // What can be chosen is shown at once.
    if (!hasValue && /"\$\{\}"|: \$\{\}/.test(inserts)) startCompletion(view);
  };
}

/** Writes a value. */
export function applyValue(inserts: string): Apply {
  return (view, _completion, from, to) => {
    const text = view.state.doc.toString();
    const [start, end] = wholeToken(text, from, to);
    write(view, inserts + commaAfter(text, end), start, end);
  };
}

function write(view: EditorView, template: string, from: number, to: number): void {
  // Without a field, the cursor would go to the beginning of what is written.
  const hasField = /(?<!\\)\$\{/.test(template);
  snippet(hasField ? template : `${template}\${}`)(view, null, from, to);
}

/** With the quotes around it, and what of it is behind the cursor. */
function wholeToken(text: string, from: number, to: number): readonly [number, number] {
  if (text[from - 1] !== '"') {
    return [from, to + /^[\w#.-]*/.exec(text.slice(to, to + 200))![0].length];
  }
  const rest = /^(?:[^"\\\n]|\\.)*"/.exec(text.slice(to, text.indexOf('\n', to) + 1 || undefined));
  // Without a closing quote on the line, what follows may be anything.
  const length = rest === null || /[:,{}[\]]\s*"$/.test(rest[0]) ? 0 : rest[0].length;
  return [from - 1, to + length];
}

/** A comma, if another value follows without one. */
function commaAfter(text: string, end: number): string {
  return /^\s*["{[\d-]/.test(text.slice(end, end + 500)) ? ',' : '';
}

/** A text without fields of a snippet. */
function literal(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('${', '\\${');
}
