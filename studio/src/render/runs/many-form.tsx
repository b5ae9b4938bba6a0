import { useMemo, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { saveBlob } from '../../ui/save-blob.js';
import { Button } from '../../ui/button.js';
import { BatchSender } from './batch-sender.js';
import { ColumnChoices } from './column-choices.js';
import type { RunFormProps } from './one-form.js';
import { writeValue } from './read-value.js';
import { RowPreview } from './row-preview.js';
import {
  columnsOf,
  exampleTable,
  type Mapping,
  mapColumns,
  readCsv,
  readTable,
  textOfFile,
} from './table.js';
import { TableInput } from './table-input.js';

/** Makes a video for each row of a table. */
export function ManyForm({ source, onType }: RunFormProps) {
  const [text, setText] = useState('');
  /** What people have chosen for single columns. */
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({});
  /** What the service says of rows, by their numbers. */
  const [refused, setRefused] = useState<ReadonlyMap<number, readonly string[]>>(new Map());
  const csv = useMemo(() => readCsv(text), [text]);
  const columns = columnsOf(csv);
  const mapping: Mapping = mapColumns(columns, source.variables).map((name, index) => {
    const key = columns[index]!;
    return Object.hasOwn(chosen, key) ? chosen[key]! : name;
  });
  const table = readTable(csv, mapping, source.variables);
  const words = texts.runs.table;

  function take(taken: string): void {
    setText(taken);
    setRefused(new Map());
  }

  function saveExample(): void {
    const example = `\uFEFF${exampleTable(source.variables, writeValue)}`;
    saveBlob(new Blob([example], { type: 'text/csv' }), 'variables.csv');
  }

  return (
    <div class="runs-many">
      <TableInput
        value={text}
        onValue={take}
        onFile={(file) => void textOfFile(file).then(take)}
        problem={text === '' ? null : table.problem}
      />
      <div class="runs-links">
        <Button icon="download" onClick={saveExample}>
          {words.sample}
        </Button>
        {columns.length > 1 && <p>{words.separator[table.delimiter]}</p>}
      </div>
      {columns.length > 0 && text.trim() !== '' && (
        <ColumnChoices
          source={source}
          columns={columns}
          mapping={mapping}
          onType={onType}
          onColumn={(column, name) => setChosen((before) => ({ ...before, [column]: name }))}
        />
      )}
      {table.rows.length > 0 && (
        <>
          <RowPreview table={table} mapping={mapping} refused={refused} />
          <BatchSender source={source} table={table} onRefused={setRefused} />
        </>
      )}
    </div>
  );
}
