import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { MOST_WORDS } from './word-edits.js';
import { pendingNudge } from './word-times.js';

/** Asks before the words are written into the document for the first time. */
export function WordsDialog() {
  const pending = pendingNudge.value;
  const { words } = texts.see.timeline;
  const close = () => {
    pendingNudge.value = null;
  };
  return (
    <Dialog
      heading={words.heading}
      isOpen={pending !== null}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          {pending?.isTooMany === false && (
            <Button variant="primary" onClick={pending.confirm}>
              {words.confirm}
            </Button>
          )}
        </>
      }
    >
      {pending?.isTooMany && <p>{words.tooMany(MOST_WORDS)}</p>}
      {pending?.isTooMany === false && <p>{words.about(pending.count)}</p>}
      {pending?.isFile === true && <p>{words.file}</p>}
    </Dialog>
  );
}
