import { useId } from 'preact/hooks';
import './switch.css';

export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly disabled?: boolean;
}

/** Turns something on and off at once. */
export function Switch({ label, isOn, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        disabled={disabled}
        onClick={() => onChange(!isOn)}
      />
      {/* Its click is one of the button, which a label of HTML would only focus. */}
      <span id={id} onClick={() => !disabled && onChange(!isOn)}>
        {label}
      </span>
    </div>
  );
}
