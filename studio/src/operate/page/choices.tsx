/** Several of some values, as check boxes. */
export interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly options: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
  readonly error: string | null;
  /** Shows the values as programs write them, too. */
  readonly hasCodes?: boolean;
}

export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { legend, options, chosen, onChange, error, hasCodes = false } = props;
  return (
    <fieldset class="operate-choices">
      <legend>{legend}</legend>
      {(Object.keys(options) as T[]).map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, value]
                  : chosen.filter((each) => each !== value),
              )
            }
          />
          <span>
            {options[value]} {hasCodes && <code>{value}</code>}
          </span>
        </label>
      ))}
      <p class="field-error" aria-live="polite">
        {error}
      </p>
    </fieldset>
  );
}
