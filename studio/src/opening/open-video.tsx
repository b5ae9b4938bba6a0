import { signal } from '@preact/signals';
import { STARTER, template, video } from '../document/index.js';
import { navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

/** What was opened last: as long as nobody has changed it, nothing is lost. */
let opened = STARTER;

interface OpenOptions {
  /** What shows it; the default is the first panel. */
  readonly panel?: string;
  /** Called when it is open, which may be never. */
  readonly onOpened?: () => void;
}

interface Pending extends OpenOptions {
  readonly text: string;
}

/** What waits for the answer whether it may replace the video. */
const pending = signal<Pending | null>(null);

/** Opens a video in the workbench, and asks before it replaces one that somebody has changed. */
export function openVideo(text: string, options: OpenOptions = {}): void {
  const current = video.text.peek();
  const isUntouched = [STARTER, opened, text].includes(current) || current.trim() === '';
  if (isUntouched) replace({ text, ...options });
  else pending.value = { text, ...options };
}

function replace({ text, panel, onOpened }: Pending): void {
  opened = text;
  video.setText(text);
  template.value = null;
  video.playhead.value = 0;
  video.selection.value = '';
  pending.value = null;
  navigate(['write'], { panel });
  onOpened?.();
}

/** The question. Each screen that opens videos has it. */
export function ReplaceDialog() {
  const words = texts.start.replace;
  const close = () => {
    pending.value = null;
  };
  return (
    <Dialog
      heading={words.heading}
      isOpen={pending.value !== null}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.keep}</Button>
          <Button variant="primary" onClick={() => pending.value && replace(pending.value)}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.about}</p>
    </Dialog>
  );
}
