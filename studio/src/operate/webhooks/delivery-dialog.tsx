import { client, hasScope, useAction, useRequest } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { StatusLabel } from '../../ui/job-status.js';
import { Loading } from '../../ui/loading.js';
import { showToast } from '../../ui/toast.js';
import { answerOf, DELIVERY_TONES } from './delivery-table.js';
import './webhooks.css';

export interface DeliveryDialogProps {
  /** Null: the dialog is closed. */
  readonly id: string | null;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** A request to a webhook, with all that was answered. */
export function DeliveryDialog({ id, onClose, onSent }: DeliveryDialogProps) {
  const { data: found, error } = useRequest(
    async (api, signal) => (id === null ? null : api.webhooks.delivery(id, { signal })),
    [id],
  );
  const action = useAction();
  const words = texts.operate.webhooks;
  const data = found?.id === id ? found : null;

  const replay = () =>
    action.run(async () => {
      await client.peek()!.webhooks.replay(id!);
      showToast(words.replayed);
      onClose();
      onSent();
    });

  return (
    <Dialog
      heading={words.detailsHeading}
      isOpen={id !== null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.ui.close}</Button>
          {data !== null && data.state !== 'pending' && hasScope('videos:write') && (
            <Button
              variant="primary"
              icon="refresh"
              isBusy={action.isBusy}
              onClick={() => void replay()}
            >
              {words.replay}
            </Button>
          )}
        </>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {data === null && error === null && <Loading />}
      {data !== null && (
        <>
          <p>
            <StatusLabel tone={DELIVERY_TONES[data.state]}>{words.states[data.state]}</StatusLabel>{' '}
            {words.eventNames[data.event]}
          </p>
          <p class="webhook-url">
            <code>{data.url}</code>
          </p>
          {data.next_attempt_at !== null && (
            <p>{words.next(texts.units.at(data.next_attempt_at))}</p>
          )}
          <ol class="attempt-list">
            {data.log.toReversed().map((attempt) => (
              <li key={attempt.at}>
                <p>
                  <strong>{answerOf(attempt)}</strong> <span>{texts.units.at(attempt.at)}</span>{' '}
                  <span>{words.took(attempt.milliseconds)}</span>
                </p>
                {attempt.answer !== null && attempt.answer !== '' && <pre>{attempt.answer}</pre>}
              </li>
            ))}
          </ol>
        </>
      )}
      {action.error !== null && <ErrorNotice error={action.error} />}
    </Dialog>
  );
}
