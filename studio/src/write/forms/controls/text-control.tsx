import { plainText } from '../../schema/values.js';
import { resetField, setField } from '../../fields/edits.js';
import { type ControlProps, placeholderOf } from './control.js';
import { useDraft } from './use-draft.js';

/** A line of text. An empty one is not set. */
export function LineControl({ pointer, value, schemas, attributes }: ControlProps) {
  const draft = useDraft(plainText(value), (text) => {
    if (text === '') resetField(pointer);
    else setField(pointer, text);
  });
  return (
    <input
      {...attributes}
      dir="auto"
      class="control"
      type="text"
      autocomplete="off"
      value={draft.value}
      placeholder={placeholderOf(schemas)}
      onInput={(event) => draft.onInput(event.currentTarget.value)}
      onBlur={() => draft.onBlur()}
    />
  );
}

/** Several lines of text, as high as the text. */
export function TextControl({ pointer, value, attributes }: ControlProps) {
  const draft = useDraft(plainText(value), (text) => setField(pointer, text));
  const lines = draft.value.split('\n').length;
  return (
    <textarea
      {...attributes}
      dir="auto"
      class="control"
      rows={Math.min(Math.max(lines, 2), 12)}
      value={draft.value}
      onInput={(event) => draft.onInput(event.currentTarget.value)}
      onBlur={() => draft.onBlur()}
    />
  );
}

/** A number or a text, such as 120 or 50%. */
export function ScalarControl({ pointer, value, schemas, attributes }: ControlProps) {
  const draft = useDraft(plainText(value), (text) => {
    const trimmed = text.trim();
    if (trimmed === '') resetField(pointer);
    else setField(pointer, /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed);
  });
  const named = schemas.flatMap((schema) => schema.enum ?? []);
  const list = `${attributes.id}-values`;
  return (
    <>
      <input
        {...attributes}
        dir="auto"
        class="control"
        type="text"
        autocomplete="off"
        list={named.length > 0 ? list : undefined}
        value={draft.value}
        placeholder={placeholderOf(schemas)}
        onInput={(event) => draft.onInput(event.currentTarget.value)}
        onBlur={() => draft.onBlur()}
      />
      {named.length > 0 && (
        <datalist id={list}>
          {named.map((one) => (
            <option key={String(one)} value={String(one)} />
          ))}
        </datalist>
      )}
    </>
  );
}
