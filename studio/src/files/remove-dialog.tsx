import { useState } from 'preact/hooks';
import type { Asset } from '../api/index.js';
import { video } from '../document/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { showToast } from '../ui/toast.js';
import { deleteAsset } from '../uploads/asset-list.js';

/** Asks before a file is deleted. @param asset null: the dialog is closed */
export function RemoveDialog({ asset, onClose }: { asset: Asset | null; onClose: () => void }) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const words = texts.files.removal;

  function close(): void {
    setError(null);
    onClose();
  }

  async function remove(): Promise<void> {
    setBusy(true);
    try {
      await deleteAsset(asset!);
      showToast(words.done(asset!.name));
      close();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }

  const isUsed = asset !== null && video.text.value.includes(asset.src);
  return (
    <Dialog
      heading={words.heading(asset?.name ?? '')}
      isOpen={asset !== null}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.keep}</Button>
          <Button variant="danger" icon="trash" isBusy={isBusy} onClick={() => void remove()}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {isUsed && (
        <p>
          <strong>{words.used}</strong>
        </p>
      )}
      <p>{words.about}</p>
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}
