import { texts } from '../../../texts/index.js';
import { namedValues, plainText } from '../../schema/values.js';
import { resetField, setField } from '../../fields/edits.js';
import { wordsOf } from '../../fields/labels.js';
import { type ControlProps, placeholderOf } from './control.js';

const UNSET = '';

/** One of several values. */
export function ChoiceControl({ pointer, value, schemas, attributes, name }: ControlProps) {
  const values = namedValues(schemas).map(String);
  const current = plainText(value);
  // Another spelling of a value, or a wrong one, is shown as it is.
  const others = current === UNSET || values.includes(current) ? [] : [current];
  const missing = placeholderOf(schemas);
  const label = (one: string) => (KEEPS_NAMES.has(name) ? one : wordsOf(one));
  return (
    <select
      {...attributes}
      class={`control ${value === undefined ? 'unset' : ''}`}
      value={current}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        if (chosen === UNSET) resetField(pointer);
        else setField(pointer, chosen);
      }}
    >
      <option value={UNSET}>{texts.write.unset(missing === '' ? '' : label(missing))}</option>
      {[...others, ...values].map((one) => (
        <option key={one} value={one}>
          {label(one)}
        </option>
      ))}
    </select>
  );
}

/** Values that are names already. */
const KEEPS_NAMES: ReadonlySet<string> = new Set([
  'font-family',
  'ratio',
  'format',
  'events',
  'resolution',
]);
