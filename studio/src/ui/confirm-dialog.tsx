import { useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { Button, type ButtonProps } from './button.js';
import { Dialog } from './dialog.js';
import { ErrorNotice } from './error-notice.js';

export interface ConfirmDialogProps {
  readonly heading: string;
  readonly about: string;
  /** What the button does. */
  readonly action: string;
  readonly variant?: ButtonProps['variant'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The dialog stays, and says why, if it throws. */
  readonly onConfirm: () => void | Promise<void>;
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { heading, about, action, variant = 'danger', isOpen, onClose, onConfirm } = props;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function confirm(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      heading={heading}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.ui.cancel}</Button>
          <Button variant={variant} isBusy={isBusy} onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    >
      <p>{about}</p>
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}
