import { video } from '../../../document/index.js';
import { texts } from '../../../texts/index.js';
import { plainText } from '../../schema/values.js';
import { resetField, setField } from '../../fields/edits.js';
import { hasSlider, readNumber, stepped, stepOf, unitOf } from '../../fields/numbers.js';
import { type ControlProps, defaultOf, placeholderOf } from './control.js';
import { useDraft } from './use-draft.js';

/** A number with its unit. Arrow keys change it by a step, and with Shift by ten. */
export function NumberControl(props: ControlProps) {
  const { name, pointer, value, schemas, attributes, label } = props;
  const schema = schemas.find(({ type }) => type === 'number' || type === 'integer') ?? {};
  const missing = defaultOf(schemas);
  const draft = useDraft(plainText(value), (text) => {
    const number = readNumber(text);
    if (text.trim() === '') resetField(pointer);
    else if (number !== null) setField(pointer, number);
  });
  const base = typeof value === 'number' ? value : typeof missing === 'number' ? missing : 0;

  function onKeyDown(event: KeyboardEvent): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    draft.forget();
    setField(pointer, stepped(base, direction * (event.shiftKey ? 10 : 1), schema));
  }

  const unit = texts.write.units[unitOf(name)];
  return (
    <span class="number-control">
      {hasSlider(name, schema) && (
        <input
          type="range"
          aria-label={texts.write.slider(label)}
          min={schema.minimum}
          max={schema.maximum}
          step={stepOf(schema)}
          value={base}
          onInput={(event) => setField(pointer, Number(event.currentTarget.value))}
          onChange={() => video.endGroup()}
        />
      )}
      <span class="with-unit">
        <input
          {...attributes}
          class="control"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={draft.value}
          placeholder={placeholderOf(schemas)}
          onInput={(event) => draft.onInput(event.currentTarget.value)}
          onBlur={() => draft.onBlur()}
          onKeyDown={onKeyDown}
        />
        {unit !== '' && <span class="unit">{unit}</span>}
      </span>
    </span>
  );
}
