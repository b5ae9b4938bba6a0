import type { ComponentChildren } from 'preact';
import { ApiError, describeFailure, VideoRefused } from '../../api/index.js';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { Icon } from '../../ui/icon.js';
import { placeOf } from '../model/names.js';
import { select } from '../model/select.js';
import { picture, pictureFailure } from '../model/stills.js';
import { UnsupportedDraft } from '../play/media-buffer.js';
import { playFailure } from '../play/playback.js';

/** Problems that are listed. The editor shows all of them. */
const MOST = 3;

/** Says why the picture or the draft is not what the text says, with links to the places at fault. */
export function Notice() {
  const { failure } = texts.see;
  const { error } = video.parsed.value;
  if (error !== null) {
    return (
      <NoticeBox heading={picture.value === null ? failure.first : failure.picture}>
        <p>
          {failure.syntax(error.line, error.column)} {picture.value !== null && failure.before}
        </p>
      </NoticeBox>
    );
  }
  if (pictureFailure.value !== null) {
    const heading = picture.value === null ? failure.first : failure.picture;
    return <FailureBox heading={heading} error={pictureFailure.value} />;
  }
  if (playFailure.value === null) return null;
  if (playFailure.value instanceof UnsupportedDraft) {
    return (
      <NoticeBox heading={failure.play}>
        <p>{failure.unsupported}</p>
      </NoticeBox>
    );
  }
  return <FailureBox heading={failure.play} error={playFailure.value} />;
}

function FailureBox({ heading, error }: { heading: string; error: unknown }) {
  const isKnown = error instanceof ApiError || error instanceof VideoRefused;
  const issues = isKnown ? error.errors : [];
  const placed = issues.filter(({ pointer }) => pointer.startsWith('/'));
  const { failure } = texts.see;
  return (
    <NoticeBox heading={heading}>
      {placed.length === 0 && <p>{describeFailure(error).message}</p>}
      <ul>
        {placed.slice(0, MOST).map(({ pointer, message }) => (
          <li key={pointer + message}>
            {message}{' '}
            <button type="button" class="link" onClick={() => select(pointer)}>
              {failure.show(placeOf(pointer))}
            </button>
          </li>
        ))}
      </ul>
      {placed.length > MOST && <p>{failure.others(placed.length - MOST)}</p>}
    </NoticeBox>
  );
}

function NoticeBox({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <div class="picture-notice" role="status">
      <Icon name="error" />
      <div>
        <p class="picture-notice-heading">{heading}</p>
        {children}
      </div>
    </div>
  );
}
