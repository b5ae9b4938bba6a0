import { FILE_ICONS } from '../uploads/file-icons.js';
import { kindOfFile } from '../uploads/kinds.js';
import { uploadFailure } from '../uploads/upload-failure.js';
import { queue } from '../uploads/uploads.js';
import { texts } from '../texts/index.js';
import { IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { ProgressBar } from '../ui/progress-bar.js';
import {
  draftFiles,
  type DraftFileWithUpload,
  type FileUse,
  moveFile,
  removeFile,
  setUse,
} from './draft.js';

/** The files of the video that is being prepared, in its order. */
export function DraftFileList() {
  const list = draftFiles.value;
  if (list.length === 0) return null;
  return (
    <ol class="draft-files" aria-label={texts.start.files.list}>
      {list.map((file, index) => (
        <li key={file.id} class={file.use === 'none' ? 'unused' : ''}>
          <DraftFileRow file={file} isFirst={index === 0} isLast={index === list.length - 1} />
        </li>
      ))}
    </ol>
  );
}

interface RowProps {
  readonly file: DraftFileWithUpload;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function DraftFileRow({ file: { id, use, preview, upload }, isFirst, isLast }: RowProps) {
  const { name } = upload.file;
  const words = texts.start.files;
  const kind = kindOfFile(upload.file);
  return (
    <>
      <div class="draft-file-picture">
        {preview === null ? (
          <Icon name={FILE_ICONS[kind ?? 'none']} />
        ) : (
          <img src={preview} alt="" />
        )}
      </div>
      <div class="upload-what">
        <span class="upload-name" dir="auto" title={name}>
          {name}
        </span>
        <UploadState file={{ ...upload }} />
      </div>
      <label class="visually-hidden" for={`use-${id}`}>
        {words.useOf(name)}
      </label>
      <select
        id={`use-${id}`}
        class="control"
        value={use}
        onChange={({ currentTarget }) => setUse(id, currentTarget.value as FileUse)}
      >
        {usesOf(kind).map((option) => (
          <option key={option} value={option}>
            {words.uses[option]}
          </option>
        ))}
      </select>
      <span class="draft-file-actions">
        <IconButton
          icon="up"
          label={words.earlier(name)}
          disabled={isFirst}
          onClick={() => moveFile(id, -1)}
        />
        <IconButton
          icon="down"
          label={words.later(name)}
          disabled={isLast}
          onClick={() => moveFile(id, 1)}
        />
        {upload.state === 'failed' && (
          <IconButton
            icon="redo"
            label={texts.files.uploads.retryOf(name)}
            onClick={() => queue.retry(id)}
          />
        )}
        <IconButton icon="close" label={words.remove(name)} onClick={() => removeFile(id)} />
      </span>
    </>
  );
}

function UploadState({ file }: { file: DraftFileWithUpload['upload'] }) {
  const words = texts.files.uploads;
  if (file.state === 'failed') {
    return (
      <p class="upload-error" role="alert">
        {uploadFailure(file.error)}
      </p>
    );
  }
  if (file.state === 'done') {
    return <span class="upload-state">{texts.files.bytes(file.file.size)}</span>;
  }
  if (file.state === 'waiting') return <span class="upload-state">{words.waiting}</span>;
  const percent = file.fraction === 0 ? null : file.fraction * 100;
  return <ProgressBar label={words.progressOf(file.file.name)} percent={percent} />;
}

function usesOf(kind: ReturnType<typeof kindOfFile>): readonly FileUse[] {
  if (kind === 'audio') return ['speech', 'music', 'none'];
  if (kind === 'font' || kind === 'captions') return [kind, 'none'];
  return ['picture', 'none'];
}
