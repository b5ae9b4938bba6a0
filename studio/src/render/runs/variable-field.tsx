import { texts } from '../../texts/index.js';
import { Field, Select, TextField } from '../../ui/field.js';
import { writeValue } from './read-value.js';
import type { Variable } from './variables.js';

export interface VariableFieldProps {
  readonly variable: Variable;
  /** As text. Empty: not set. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
}

/** A field for a value of a variable, by its type. */
export function VariableField({ variable, value, error, onValue }: VariableFieldProps) {
  const { name, type } = variable;
  const words = texts.runs;
  const shared = { label: name, help: helpOf(variable), error };
  if (type === 'boolean') {
    return (
      <Select
        {...shared}
        value={value}
        options={[
          { value: '', label: words.unset },
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]}
        onValue={onValue}
      />
    );
  }
  if (type === 'array' || type === 'object') {
    return (
      <Field {...shared}>
        {(attributes) => (
          <textarea
            {...attributes}
            dir="ltr"
            class="control runs-json"
            rows={3}
            spellcheck={false}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        )}
      </Field>
    );
  }
  return (
    <TextField
      {...shared}
      value={value}
      onValue={onValue}
      placeholder={writeValue(variable.default)}
    />
  );
}

function helpOf({ default: fallback, isOptional, description, type }: Variable): string {
  const words = texts.runs;
  const rule =
    fallback !== undefined
      ? words.byDefault(writeValue(fallback))
      : isOptional
        ? words.empty
        : `${words.types[type]}, ${words.required}`;
  return description === undefined ? rule : `${description} ${rule}`;
}
