import { applyEdits, format } from 'jsonc-parser';
import { video } from '../../document/index.js';
import { layoutOf } from '../../document/layout.js';
import { texts } from '../../texts/index.js';
import { showToast } from '../../ui/toast.js';

/** Indents the text evenly, as it is indented now. It is undone as one. */
export function formatDocument(): boolean {
  if (video.parsed.peek().error !== null) {
    showToast(texts.write.formatInvalid);
    return true;
  }
  const text = video.text.peek();
  const { unit, newline } = layoutOf(text);
  const options = {
    insertSpaces: !unit.startsWith('\t'),
    // A text on one line gets the usual indentation.
    tabSize: unit === '' ? 2 : unit.length,
    eol: newline,
    insertFinalNewline: true,
  };
  video.setText(applyEdits(text, format(text, undefined, options)));
  return true;
}
