import { type Problem, video } from '../document/index.js';
import { navigate } from '../routing/router.js';
import { writingPanel } from '../routing/writing-panel.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { placeWords } from './places/place-words.js';

/** Says what keeps a video from being rendered, and leads to each place. @param issues null: the dialog is closed */
export function IssuesDialog(props: {
  readonly issues: readonly Problem[] | null;
  readonly onClose: () => void;
}) {
  const { issues, onClose } = props;
  const words = texts.render.issues;

  function show(pointer: string): void {
    onClose();
    video.selection.value = '';
    video.selection.value = pointer;
    navigate(['write'], { panel: writingPanel.peek() }, { replaces: true });
  }

  return (
    <Dialog
      heading={words.heading}
      isOpen={issues !== null}
      onClose={onClose}
      actions={<Button onClick={onClose}>{texts.ui.close}</Button>}
    >
      <p>{words.about(issues?.length ?? 0)}</p>
      <ul class="issue-list">
        {issues?.map(({ pointer, message }) => (
          <li key={pointer + message}>
            <div>
              <p class="issue-place">{placeWords(video.value.value, pointer)}</p>
              <p>{message}</p>
            </div>
            {pointer.startsWith('/') && (
              <Button
                aria-label={`${words.show}: ${placeWords(video.value.value, pointer)}`}
                onClick={() => show(pointer)}
              >
                {words.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
