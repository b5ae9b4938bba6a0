import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon.js';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'icon' | 'size' | 'label'>;

export interface ButtonProps extends Native {
  /** `primary`: what most people do next on a screen. `danger`: what cannot be undone. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly icon?: IconName;
  /** Shows that the action runs. The button stays in the order of the keyboard, and does nothing. */
  readonly isBusy?: boolean;
  readonly children?: ComponentChildren;
}

/** A button with words. */
export function Button(props: ButtonProps) {
  const { variant = 'plain', type = 'button', icon, isBusy = false, children, ...rest } = props;
  const onClick: typeof rest.onClick = isBusy ? (event) => event.preventDefault() : rest.onClick;
  return (
    <button
      {...rest}
      {...(onClick === undefined ? {} : { onClick })}
      type={type}
      class={`button ${variant}`}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Native {
  readonly icon: IconName;
  /** What the button does. Also its tooltip. */
  readonly label: string;
  /** For a button that stays down. */
  readonly isPressed?: boolean;
}

/** A button that shows only a picture. */
export function IconButton({ icon, label, isPressed, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      class="button quiet icon-only"
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
