import { useState } from 'preact/hooks';
import { video } from '../../../document/index.js';
import { parseText } from '../../../document/parse-text.js';
import { texts } from '../../../texts/index.js';
import { resetField, setField } from '../../fields/edits.js';
import type { ControlProps } from './control.js';

/** What has no fields, such as variables, as JSON. It is set when it is valid. */
export function JsonControl({ pointer, value, attributes }: ControlProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  const isWrong = shown.trim() !== '' && parseText(shown).error !== null;
  const error = `${attributes.id}-json`;
  return (
    <span class="json-control">
      <textarea
        dir="ltr"
        {...attributes}
        class="control"
        rows={Math.min(Math.max(shown.split('\n').length, 2), 12)}
        spellcheck={false}
        aria-invalid={isWrong || attributes['aria-invalid']}
        aria-describedby={`${attributes['aria-describedby'] ?? ''} ${isWrong ? error : ''}`.trim()}
        value={shown}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          const { value: parsed, error: wrong } = parseText(text);
          if (text.trim() === '') resetField(pointer);
          else if (wrong === null) setField(pointer, parsed);
        }}
        onBlur={() => {
          // What is wrong stays, so that nobody loses what they wrote.
          if (!isWrong) setDraft(null);
          video.endGroup();
        }}
      />
      {isWrong && (
        <span class="field-error" id={error}>
          {texts.write.notJson}
        </span>
      )}
    </span>
  );
}
