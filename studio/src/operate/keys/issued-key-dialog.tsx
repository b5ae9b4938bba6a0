import type { IssuedKey } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { CopyField } from '../../ui/copy-field.js';
import { Dialog } from '../../ui/dialog.js';

/** Shows a new key, which nobody can show again. @param issued null: the dialog is closed */
export function IssuedKeyDialog(props: {
  readonly issued: IssuedKey | null;
  readonly onClose: () => void;
}) {
  const { issued, onClose } = props;
  const words = texts.operate.keys;
  return (
    <Dialog
      heading={words.issuedHeading}
      isOpen={issued !== null}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <p>{words.issuedAbout}</p>
      {issued !== null && <CopyField label={words.key} value={issued.key} />}
    </Dialog>
  );
}
