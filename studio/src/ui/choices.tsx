import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './choices.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** One sentence about it. */
  readonly about?: string;
  /** What it looks like. */
  readonly picture?: ComponentChildren;
}

export interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onValue: (value: T) => void;
  /** `row`: beside each other, as small as their words. `cards`: with pictures or sentences. */
  readonly layout?: 'row' | 'cards';
  readonly hasHiddenLabel?: boolean;
}

/** A choice of one of a few values that are all shown: radio buttons of the browser. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, choices, value, onValue, layout = 'row', hasHiddenLabel = false } = props;
  const name = useId();
  return (
    <fieldset class={`choices ${layout}`}>
      <legend class={hasHiddenLabel ? 'visually-hidden' : ''}>{label}</legend>
      <div class="choices-list">
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onValue(choice.value)}
            />
            {choice.picture}
            <span class="choice-words">
              <span class="choice-label">{choice.label}</span>
              {choice.about !== undefined && <span class="choice-about">{choice.about}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
