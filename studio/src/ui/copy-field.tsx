import { useRef, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { Button } from './button.js';
import './copy-field.css';
import { Field } from './field.js';

/** A text to take along, such as a link or a key. */
export function CopyField({ label, value, help }: { label: string; value: string; help?: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const root = useRef<HTMLDivElement>(null);

  async function copy(): Promise<void> {
    root.current?.querySelector('input')?.select();
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      // Without TLS, a page has no clipboard.
      setOutcome('failed');
    }
  }

  return (
    <div class="copy-field" ref={root}>
      <Field label={label} help={outcome === 'failed' ? texts.ui.copyFailed : help}>
        {(attributes) => (
          <input
            {...attributes}
            class="control"
            readOnly
            dir="ltr"
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <Button icon={outcome === 'copied' ? 'check' : 'copy'} onClick={() => void copy()}>
        {outcome === 'copied' ? texts.ui.copied : texts.ui.copy}
      </Button>
    </div>
  );
}
