import { useId } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { IconButton } from '../ui/button.js';

export interface ColorFieldProps {
  readonly label: string;
  /** As it is written, such as `#FFD400` or `#000000B3`; undefined for the default. */
  readonly value: unknown;
  readonly onValue: (color: string | undefined) => void;
}

/** A color with its opacity kept, or the default. */
export function ColorField({ label, value, onValue }: ColorFieldProps) {
  const id = useId();
  const words = texts.captions.settings;
  const written = typeof value === 'string' ? value : null;
  const [, color = null, alpha = ''] = /^(#[\da-f]{6})([\da-f]{2})?$/i.exec(written ?? '') ?? [];
  return (
    <div class="color-field">
      <input
        id={id}
        type="color"
        class={written === null ? 'standard' : ''}
        value={color ?? '#808080'}
        onInput={({ currentTarget }) => onValue(currentTarget.value.toUpperCase() + alpha)}
      />
      <label for={id}>
        {label}
        <span>{written ?? words.standard}</span>
      </label>
      {written !== null && (
        <IconButton icon="undo" label={words.reset(label)} onClick={() => onValue(undefined)} />
      )}
    </div>
  );
}
