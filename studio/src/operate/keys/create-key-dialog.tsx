import { useState } from 'preact/hooks';
import { client, type IssuedKey, type Scope, useAction } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TextField } from '../../ui/field.js';
import { Choices } from '../page/choices.js';

/** What someone who makes videos needs. */
const USUAL: readonly Scope[] = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'];

export interface CreateKeyDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onIssued: (key: IssuedKey) => void;
}

export function CreateKeyDialog({ isOpen, onClose, onIssued }: CreateKeyDialogProps) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState(USUAL);
  const [expires, setExpires] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction();
  const words = texts.operate.keys;

  const create = () =>
    run(async () => {
      setChecked(true);
      if (name.trim() === '' || scopes.length === 0) return;
      // The day begins where the operator is.
      const expiry =
        expires === '' ? {} : { expires_at: new Date(`${expires}T00:00:00`).toISOString() };
      const content = { name: name.trim(), scopes: [...scopes], ...expiry };
      onIssued(await client.peek()!.keys.create(content));
      setName('');
      setChecked(false);
      onClose();
    });

  return (
    <Dialog
      heading={words.createHeading}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.ui.cancel}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={() => void create()}>
            {words.create}
          </Button>
        </>
      }
    >
      <TextField
        label={words.name}
        help={words.nameHelp}
        error={isChecked && name.trim() === '' ? words.nameMissing : null}
        value={name}
        onValue={setName}
      />
      <Choices<Scope>
        legend={words.scopes}
        options={words.scopeNames}
        chosen={scopes}
        onChange={setScopes}
        error={isChecked && scopes.length === 0 ? words.scopesMissing : null}
        hasCodes
      />
      <TextField
        label={words.expires}
        help={words.expiresHelp}
        type="date"
        value={expires}
        onValue={setExpires}
      />
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}
