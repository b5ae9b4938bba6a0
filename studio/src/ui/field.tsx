import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What every field has. */
export interface FieldProps {
  readonly label: string;
  /** One sentence about the value. */
  readonly help?: string | undefined;
  /** What is wrong with the value. */
  readonly error?: string | null | undefined;
}

/** The attributes of a control that tie it to its label, its help, and its error. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A control with its label, help, and error. `children` gets the attributes of the control. */
export function Field(
  props: FieldProps & { readonly children: (attributes: ControlAttributes) => ComponentChildren },
) {
  const { label, help, error, children } = props;
  const id = useId();
  const hasError = error !== null && error !== undefined;
  const described = [help === undefined ? '' : `${id}-help`, hasError ? `${id}-error` : ''];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described.filter((part) => part !== '').join(' ') || undefined,
        'aria-invalid': hasError || undefined,
      })}
      {help !== undefined && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {/* It exists before the error does, so that screen readers say the error when it appears. */}
      <p class="field-error" id={`${id}-error`} aria-live="polite">
        {hasError ? error : null}
      </p>
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** With each change of the text. */
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number' | 'search' | 'url' | 'date' | 'color';
  readonly name?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | 'any';
  readonly spellcheck?: boolean;
  /** When the person has finished with the field. */
  readonly onBlur?: () => void;
}

/** A field for a line of text, a number, a date, or whatever `type` says. */
export function TextField({ label, help, error, value, onValue, ...rest }: TextFieldProps) {
  // The types of Preact know each `type` of an input only by itself.
  const input = {
    ...{ type: 'text', autocomplete: 'off' },
    dir: directionOf(rest.type),
    ...rest,
  } as InputHTMLAttributes;
  return (
    <Field label={label} help={help} error={error}>
      {(attributes) => (
        <input
          {...input}
          {...attributes}
          class="control"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** What people write says by itself where it begins. Addresses and keys begin at the left in every language. */
function directionOf(type: TextFieldProps['type'] = 'text'): 'auto' | 'ltr' | undefined {
  if (type === 'text' || type === 'search') return 'auto';
  return type === 'url' || type === 'password' ? 'ltr' : undefined;
}

export interface SelectProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
  readonly disabled?: boolean;
}

/** A choice of one of several values. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, help, error, value, options, onValue, disabled = false } = props;
  return (
    <Field label={label} help={help} error={error}>
      {(attributes) => (
        <select
          {...attributes}
          class="control"
          value={value}
          disabled={disabled}
          onChange={(event) => onValue(event.currentTarget.value as T)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
