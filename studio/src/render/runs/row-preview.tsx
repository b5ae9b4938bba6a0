import { useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { Switch } from '../../ui/switch.js';
import type { Mapping, Row, Table } from './table.js';

/** More rows say nothing more, and cost time. */
const SHOWN = 50;

export interface RowPreviewProps {
  readonly table: Table;
  readonly mapping: Mapping;
  /** What the service says of rows, by their numbers. */
  readonly refused: ReadonlyMap<number, readonly string[]>;
}

/** The rows of a table, with what is wrong with each. */
export function RowPreview({ table, mapping, refused }: RowPreviewProps) {
  const [isOnlyFaulty, setOnlyFaulty] = useState(false);
  const words = texts.runs.table;
  const problemsOf = (row: Row) => [...row.problems, ...(refused.get(row.number) ?? [])];
  const faulty = table.rows.filter((row) => problemsOf(row).length > 0);
  const wanted = isOnlyFaulty && faulty.length > 0 ? faulty : table.rows;
  const shown = wanted.slice(0, SHOWN);
  return (
    <div class="runs-rows">
      <header class="page-header">
        <h2 id="runs-rows">{words.preview}</h2>
        <p>{words.shown(shown.length, wanted.length)}</p>
        {faulty.length > 0 && (
          <Switch label={words.onlyFaulty} isOn={isOnlyFaulty} onChange={setOnlyFaulty} />
        )}
      </header>
      <p class="runs-faulty" role="status">
        {faulty.length > 0 && words.faulty(faulty.length)}
      </p>
      <div class="table-frame" tabIndex={0} role="region" aria-labelledby="runs-rows">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {table.columns.map((column, index) => (
                <th
                  key={`${index} ${column}`}
                  scope="col"
                  class={mapping[index] === null ? 'left-out' : ''}
                >
                  {column === '' ? words.unnamed(index + 1) : column}
                </th>
              ))}
              {faulty.length > 0 && <th scope="col">{words.fault}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.number} class={problemsOf(row).length > 0 ? 'faulty' : ''}>
                <th scope="row">{row.number}</th>
                {table.columns.map((column, index) => (
                  <td
                    key={`${index} ${column}`}
                    class={mapping[index] === null ? 'left-out' : 'cell'}
                  >
                    {row.cells[index]}
                  </td>
                ))}
                {faulty.length > 0 && (
                  <td class="wide row-problems">{problemsOf(row).join(' ')}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
