import { useContext } from 'preact/hooks';
import { texts } from '../../../texts/index.js';
import type { Schema } from '../../schema/types.js';
import { isAddress, isColor } from '../../schema/values.js';
import { resetField, setField } from '../../fields/edits.js';
import { wordsOf } from '../../fields/labels.js';
import type { ControlProps } from './control.js';
import { Fields } from './fields-of.js';

const UNSET = '';

/** A value of one of several kinds: the kind is chosen, and its control is below. */
export function VariantsControl(props: ControlProps) {
  const { name, pointer, value, schemas, attributes, label } = props;
  const fields = useContext(Fields)!;
  const at = value === undefined ? -1 : variantOf(schemas, value);
  const chosen = schemas[at];
  return (
    <div class="variants-control">
      <div class="form-row">
        <label for={attributes.id}>{label}</label>
        <select
          {...attributes}
          class={`control ${value === undefined ? 'unset' : ''}`}
          value={at === -1 ? UNSET : String(at)}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (next === UNSET) resetField(pointer);
            else setField(pointer, fields.newValue(schemas[Number(next)]!));
          }}
        >
          <option value={UNSET}>{texts.write.unset('')}</option>
          {schemas.map((schema, index) => (
            <option key={index} value={String(index)}>
              {nameOf(schema)}
            </option>
          ))}
        </select>
      </div>
      {chosen !== undefined && (
        <div class="variant">
          {fields.field({ name, pointer, schemas: [chosen], label: nameOf(chosen) })}
        </div>
      )}
    </div>
  );
}

/** The first schema that the value is like. */
function variantOf(schemas: readonly Schema[], value: unknown): number {
  const type = Array.isArray(value) ? 'array' : typeof value;
  const isLike = (schema: Schema) => (schema.type === 'integer' ? 'number' : schema.type) === type;
  const fitting = schemas.filter(isLike);
  const matching = fitting.find(
    ({ pattern }) => pattern === undefined || new RegExp(pattern, 'u').test(String(value)),
  );
  const found = matching ?? fitting[0];
  return found === undefined ? -1 : schemas.indexOf(found);
}

function nameOf(schema: Schema): string {
  const { variants } = texts.write;
  if (isColor(schema)) return variants.color;
  if (isAddress(schema)) return variants.address;
  if (schema.title !== undefined) return wordsOf(schema.title);
  return variants[schema.type as keyof typeof variants] ?? variants.object;
}
