import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.js';
import { ACCEPTED } from './kinds.js';

export interface ChooseFilesProps {
  readonly label: string;
  readonly variant?: 'primary' | 'plain';
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the file dialog of the system. */
export function ChooseFiles({ label, variant = 'plain', onFiles }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} icon="upload" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
