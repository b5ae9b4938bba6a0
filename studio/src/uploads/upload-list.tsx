import { texts } from '../texts/index.js';
import { IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { FILE_ICONS } from './file-icons.js';
import { kindOfFile } from './kinds.js';
import { uploadFailure } from './upload-failure.js';
import './upload-list.css';
import type { Upload } from './upload-queue.js';
import { queue } from './uploads.js';

/** Uploads with what became of them. */
export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  return (
    <ul class="upload-list" aria-label={texts.files.uploads.heading}>
      {uploads.map((upload) => (
        <li key={upload.id} class={upload.state}>
          <UploadRow {...upload} />
        </li>
      ))}
    </ul>
  );
}

function UploadRow({ id, file, state, fraction, error }: Upload) {
  const words = texts.files.uploads;
  const kind = kindOfFile(file);
  const isOver = state === 'done' || state === 'failed';
  return (
    <>
      <Icon
        name={
          state === 'failed' ? 'error' : state === 'done' ? 'check' : FILE_ICONS[kind ?? 'none']
        }
      />
      <div class="upload-what">
        <span class="upload-name" dir="auto" title={file.name}>
          {file.name}
        </span>
        <span class="upload-state">
          {texts.files.bytes(file.size)} · {stateOf(state, fraction)}
        </span>
        {state === 'sending' && (
          <ProgressBar
            label={words.progressOf(file.name)}
            percent={fraction === 0 ? null : fraction * 100}
          />
        )}
        {state === 'failed' && (
          <p class="upload-error" role="alert">
            {uploadFailure(error)}
          </p>
        )}
      </div>
      {state === 'failed' && (
        <IconButton icon="redo" label={words.retryOf(file.name)} onClick={() => queue.retry(id)} />
      )}
      <IconButton
        icon="close"
        label={isOver ? words.dismissOf(file.name) : words.cancelOf(file.name)}
        onClick={() => queue.dismiss(id)}
      />
    </>
  );
}

function stateOf(state: Upload['state'], fraction: number): string {
  const words = texts.files.uploads;
  if (state === 'waiting') return words.waiting;
  if (state === 'done') return words.done;
  if (state === 'failed') return texts.errors.heading;
  return fraction >= 1 ? words.checking : words.sending(fraction * 100);
}
