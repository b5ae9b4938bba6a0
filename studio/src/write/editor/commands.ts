import { applyEdits, format } from 'jsonc-parser';
import { video } from '../../document/index.js';
import { formattingOf } from '../../document/edit-text.js';
import { texts } from '../../texts/index.js';
import { showToast } from '../../ui/toast.js';

/** Indents the text evenly, as it is indented now. It is undone as one. */
export function formatDocument(): boolean {
  if (video.parsed.peek().error !== null) {
    showToast(texts.write.formatInvalid);
    return true;
  }
  const text = video.text.peek();
  const options = { ...formattingOf(text), insertFinalNewline: true };
  video.setText(applyEdits(text, format(text, undefined, options)));
  return true;
}
