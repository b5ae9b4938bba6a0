import { texts } from '../../texts/index.js';
import { Select } from '../../ui/field.js';
import type { Source } from './source.js';
import type { Mapping } from './table.js';
import { TypeChoice } from './type-choice.js';
import { isOpenType } from './use-types.js';
import type { VariableType } from './variables.js';

export interface ColumnChoicesProps {
  readonly source: Source;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly onColumn: (column: string, variable: string | null) => void;
  readonly onType: (name: string, type: VariableType) => void;
}

/** Which column sets which variable. */
export function ColumnChoices(props: ColumnChoicesProps) {
  const { source, columns, mapping, onColumn, onType } = props;
  const words = texts.runs.table;
  return (
    <section class="card" aria-labelledby="runs-columns">
      <h2 id="runs-columns">{words.columns}</h2>
      <p class="runs-about">{words.columnsAbout}</p>
      <div class="filters runs-columns">
        {columns.map((column, index) => {
          const variable = source.variables.find(({ name }) => name === mapping[index]);
          return (
            <div key={`${index} ${column}`} class="runs-column">
              <Select
                label={column === '' ? words.unnamed(index + 1) : column}
                value={mapping[index] ?? ''}
                options={[
                  { value: '', label: words.leaveOut },
                  ...source.variables.map(({ name }) => ({ value: name, label: name })),
                ]}
                onValue={(name) => onColumn(column, name === '' ? null : name)}
              />
              {variable !== undefined && isOpenType(source, variable) && (
                <TypeChoice variable={variable} onType={(type) => onType(variable.name, type)} />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
