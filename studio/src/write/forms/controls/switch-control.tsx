import '../../../ui/switch.css';
import { setField } from '../../fields/edits.js';
import { type ControlProps, defaultOf } from './control.js';

/** On or off. What is not set shows its default. */
export function SwitchControl({ pointer, value, schemas, attributes }: ControlProps) {
  const isOn = (value ?? defaultOf(schemas)) === true;
  return (
    <span class="switch">
      <button
        {...attributes}
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => setField(pointer, !isOn)}
      />
    </span>
  );
}
