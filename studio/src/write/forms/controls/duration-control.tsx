import { video } from '../../../document/index.js';
import { texts } from '../../../texts/index.js';
import { plainText } from '../../schema/values.js';
import { isConstant } from '../../fields/kinds.js';
import { resetField, setField } from '../../fields/edits.js';
import type { ControlProps } from './control.js';
import { NumberControl } from './number-control.js';

const UNSET = '';
const SECONDS = 'seconds';
/** What a length is at first if someone wants to enter it. */
const USUAL_SECONDS = 3;

/** A length: automatic, a constant with a meaning, or seconds. */
export function DurationControl(props: ControlProps) {
  const { pointer, value, schemas, attributes, label } = props;
  const constants = schemas.filter(isConstant).flatMap((schema) => schema.enum ?? []);
  const isSeconds = value !== undefined && !constants.includes(value);
  const { durations } = texts.write;
  return (
    <span class="duration-control">
      <select
        {...(isSeconds ? {} : attributes)}
        class={`control ${value === undefined ? 'unset' : ''}`}
        aria-label={isSeconds ? texts.write.kindOf(label) : undefined}
        value={isSeconds ? SECONDS : plainText(value)}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen === UNSET) resetField(pointer);
          else setField(pointer, chosen === SECONDS ? USUAL_SECONDS : Number(chosen));
          video.endGroup();
        }}
      >
        <option value={UNSET}>{durations.unset}</option>
        <option value={SECONDS}>{durations.seconds}</option>
        {constants.map((one) => (
          <option key={String(one)} value={String(one)}>
            {durations[String(one) as keyof typeof durations] ?? String(one)}
          </option>
        ))}
      </select>
      {isSeconds && (
        <NumberControl {...props} schemas={schemas.filter((one) => !isConstant(one))} />
      )}
    </span>
  );
}
