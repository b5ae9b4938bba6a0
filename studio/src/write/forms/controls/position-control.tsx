import { texts } from '../../../texts/index.js';
import { NINE, positionKey } from '../../schema/positions.js';
import { namedValues, plainText } from '../../schema/values.js';
import { setField } from '../../fields/edits.js';
import { type ControlProps, defaultOf } from './control.js';

/** The nine positions in the frame. Arrow keys go from one to the next, as in all groups of radio buttons. */
export function PositionControl({ pointer, value, schemas, attributes, label }: ControlProps) {
  const values = namedValues(schemas).map(String);
  const current = positionKey(plainText(value ?? defaultOf(schemas) ?? 'center'));
  const { id, ...described } = attributes;
  return (
    <span class="position-control" role="radiogroup" aria-label={label} id={id} {...described}>
      {NINE.map(([row, column]) => {
        const key = positionKey(`${column}-${row}`);
        const own = values.find((one) => positionKey(one) === key) ?? `${column}-${row}`;
        return (
          <input
            key={key}
            type="radio"
            name={id}
            class={value === undefined ? 'unset' : ''}
            checked={key === current}
            aria-label={texts.write.positions[own as keyof typeof texts.write.positions] ?? own}
            title={texts.write.positions[own as keyof typeof texts.write.positions] ?? own}
            onChange={() => setField(pointer, own)}
          />
        );
      })}
    </span>
  );
}
