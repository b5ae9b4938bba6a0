import { useRef, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';

export interface TableInputProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onFile: (file: File) => void;
  readonly problem: string | null;
}

/** Takes a table: pasted, dropped, or chosen. */
export function TableInput({ value, onValue, onFile, problem }: TableInputProps) {
  const [isOver, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const words = texts.runs.table;

  function onDrop(event: DragEvent): void {
    const [dropped] = event.dataTransfer?.files ?? [];
    setOver(false);
    if (dropped === undefined) return;
    // It is a table here, not a file for the video.
    event.preventDefault();
    event.stopPropagation();
    onFile(dropped);
  }

  return (
    <div
      class={`table-input ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Field label={words.label} help={words.help} error={problem}>
        {(attributes) => (
          <textarea
            {...attributes}
            dir="auto"
            class="control runs-table"
            rows={6}
            spellcheck={false}
            wrap="off"
            placeholder={words.drop}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button icon="upload" onClick={() => file.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={file}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen !== undefined) onFile(chosen);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
