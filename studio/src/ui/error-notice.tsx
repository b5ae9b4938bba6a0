import { describeFailure } from '../api/describe-failure.js';
import { texts } from '../texts/index.js';
import { Button } from './button.js';
import './error-notice.css';
import { Icon } from './icon.js';

export interface ErrorNoticeProps {
  /** What a request threw. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what failed, why, and what to do. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { message, code, requestId, helpUrl } = describeFailure(error);
  return (
    <div class="error-notice" role="alert">
      <Icon name="error" />
      <div>
        <p class="error-heading">{texts.errors.heading}</p>
        <p>{message}</p>
        {code !== null && (
          <p class="error-origin">
            <code>{code}</code>
            {requestId !== null && <span>{texts.errors.request(requestId)}</span>}
            {helpUrl !== null && (
              <a href={helpUrl} target="_blank" rel="noreferrer">
                {texts.errors.help}
              </a>
            )}
          </p>
        )}
        {onRetry !== undefined && <Button onClick={onRetry}>{texts.errors.retry}</Button>}
      </div>
    </div>
  );
}
