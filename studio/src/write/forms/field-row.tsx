import { signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { problems, isWithin, video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { IconButton } from '../../ui/button.js';
import type { ControlProps } from './controls/control.js';
import type { FieldRequest } from './controls/fields-of.js';
import { resetField } from '../fields/edits.js';
import { FieldControl } from './field-control.js';
import { isGroup, kindOf, offeredSchemas } from '../fields/kinds.js';
import { labelOf } from '../fields/labels.js';

/** What the form says at its end: about the field that has the focus, or the pointer. */
export const shownHelp = signal<string>('');

/** A field of a form: its label, its control, a button that resets it, and what is wrong with it. */
export function FieldRow(props: FieldRequest) {
  const { name, pointer, isRequired = false, label = labelOf(name) } = props;
  const id = useId();
  const value = video.valueAt(pointer);
  const schemas = offeredSchemas(name, props.schemas, value);
  const kind = isExpression(value) ? 'line' : kindOf(name, schemas);
  const isOwn = ({ pointer: at }: { pointer: string }) =>
    isGroup(kind) ? at === pointer : isWithin(at, pointer);
  const errors = problems.value.filter(isOwn);
  const help = schemas[0]?.description ?? '';
  const control: ControlProps = {
    ...{ name, pointer, value, schemas, label },
    attributes: {
      id,
      'aria-describedby':
        [help === '' ? '' : `${id}-help`, errors.length > 0 ? `${id}-error` : '']
          .filter((part) => part !== '')
          .join(' ') || undefined,
      'aria-invalid': errors.length > 0 || undefined,
    },
  };
  const say = () => {
    shownHelp.value = help;
  };
  const errorText = (
    <div class="form-error" id={`${id}-error`} aria-live="polite">
      {errors.map(({ message, severity }, index) => (
        <p key={index} class={severity}>
          {message}
        </p>
      ))}
    </div>
  );
  const helpText = help !== '' && (
    <span id={`${id}-help`} hidden>
      {help}
    </span>
  );
  if (isGroup(kind)) {
    return (
      <div class="form-group-field">
        <FieldControl kind={kind} {...control} />
        {helpText}
        {errorText}
      </div>
    );
  }
  return (
    <div class="form-field" data-field={pointer} onFocusCapture={say} onPointerEnter={say}>
      <div class={`form-row ${kind}`}>
        <label for={id}>{label}</label>
        <div class="form-control">
          <FieldControl kind={kind} {...control} />
        </div>
        {value === undefined || isRequired ? (
          <span class="no-reset" />
        ) : (
          <IconButton
            icon="close"
            label={texts.write.reset(label)}
            onClick={(event) => {
              // The button goes away, and the focus would be lost.
              focusControl(event.currentTarget);
              resetField(pointer);
            }}
          />
        )}
      </div>
      {helpText}
      {errorText}
    </div>
  );
}

function focusControl(button: Element): void {
  const row = button.closest('.form-row');
  row?.querySelector<HTMLElement>('.form-control :is(input, select, textarea, button)')?.focus();
}

/** A text with `{{ }}` can be the value of any field. */
function isExpression(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}
