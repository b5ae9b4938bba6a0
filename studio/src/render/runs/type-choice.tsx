import { texts } from '../../texts/index.js';
import type { Variable, VariableType } from './variables.js';

const TYPES: readonly VariableType[] = ['string', 'number', 'boolean', 'array', 'object'];

/** What kind of value a variable takes. */
export function TypeChoice(props: {
  readonly variable: Variable;
  readonly onType: (type: VariableType) => void;
}) {
  const { variable, onType } = props;
  const words = texts.runs;
  return (
    <select
      class="control runs-type"
      aria-label={words.typeOf(variable.name)}
      value={variable.type}
      onChange={(event) => onType(event.currentTarget.value as VariableType)}
    >
      {TYPES.map((type) => (
        <option key={type} value={type}>
          {words.types[type]}
        </option>
      ))}
    </select>
  );
}
