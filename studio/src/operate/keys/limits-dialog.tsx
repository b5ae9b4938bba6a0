import { useState } from 'preact/hooks';
import { client, type Key, type KeyLimits, useAction } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TextField } from '../../ui/field.js';
import { showToast } from '../../ui/toast.js';

type Name = keyof KeyLimits;

const words = texts.operate.keys;
const NAMES = Object.keys(words.limitNames) as Name[];

export interface LimitsDialogProps {
  /** Null: the dialog is closed. */
  readonly item: Key | null;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

/** Changes what a key may have. */
export function LimitsDialog({ item, onClose, onChange }: LimitsDialogProps) {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const { run, isBusy, error } = useAction();
  const close = () => {
    setTyped({});
    onClose();
  };
  const save = () =>
    run(async () => {
      const changes = NAMES.flatMap((name) => {
        const text = typed[name]?.trim();
        return text === undefined ? [] : [[name, text === '' ? null : Number(text)] as const];
      });
      await client.peek()!.keys.limit(item!.id, Object.fromEntries(changes));
      showToast(words.limited);
      onChange();
      close();
    });
  return (
    <Dialog
      heading={words.limitsHeading(item?.name ?? '')}
      isOpen={item !== null}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{texts.ui.cancel}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={() => void save()}>
            {words.saveLimits}
          </Button>
        </>
      }
    >
      <p>{words.limitsAbout}</p>
      {NAMES.map((name) => (
        <TextField
          key={name}
          label={words.limitNames[name]}
          type="number"
          step={1}
          placeholder={words.ofConfiguration}
          value={typed[name] ?? String(item?.limits[name] ?? '')}
          onValue={(value) => setTyped({ ...typed, [name]: value })}
        />
      ))}
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}
