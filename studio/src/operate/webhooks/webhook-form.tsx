import { useEffect, useState } from 'preact/hooks';
import { client, useAction, type Webhook } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TextField } from '../../ui/field.js';
import { showToast } from '../../ui/toast.js';
import { Choices } from '../page/choices.js';

type KeyWebhook = NonNullable<Webhook['webhook']>;
type EventName = KeyWebhook['events'][number];

const { ping: _, ...NAMES } = texts.operate.webhooks.eventNames;

export interface WebhookFormProps {
  readonly webhook: KeyWebhook | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Sets the webhook of the key. */
export function WebhookForm({ webhook, isOpen, onClose, onSaved }: WebhookFormProps) {
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly EventName[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { run, isBusy, error } = useAction();
  const words = texts.operate.webhooks;
  useEffect(() => {
    if (!isOpen) return;
    setUrl(webhook?.url ?? '');
    setEvents(webhook?.events ?? (Object.keys(NAMES) as EventName[]));
    setChecked(false);
  }, [isOpen]);
  const isUrlValid = /^https?:\/\/\S+$/.test(url.trim());

  const save = () =>
    run(async () => {
      setChecked(true);
      if (!isUrlValid || events.length === 0) return;
      await client.peek()!.webhooks.set({ url: url.trim(), events });
      showToast(words.saved);
      onClose();
      onSaved();
    });

  return (
    <Dialog
      heading={words.own}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.ui.cancel}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <TextField
        label={words.url}
        help={words.urlHelp}
        type="url"
        error={isChecked && !isUrlValid ? words.urlMissing : null}
        value={url}
        onValue={setUrl}
      />
      <Choices<EventName>
        legend={words.events}
        options={NAMES}
        chosen={events}
        onChange={setEvents}
        error={isChecked && events.length === 0 ? words.eventsMissing : null}
      />
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
}
