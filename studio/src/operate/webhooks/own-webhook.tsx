import { useState } from 'preact/hooks';
import { client, hasScope, useAction, useRequest, type Webhook } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { CopyField } from '../../ui/copy-field.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { showToast } from '../../ui/toast.js';
import { WebhookForm } from './webhook-form.js';
import './webhooks.css';

/** The webhook of the key of the page. */
export function OwnWebhook({ onSent }: { onSent: () => void }) {
  const { data, error, reload } = useRequest((api, signal) => api.webhooks.get({ signal }));
  const [dialog, setDialog] = useState<'set' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const words = texts.operate.webhooks;
  const close = () => setDialog(null);
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  return (
    <section class="card own-webhook" aria-labelledby="own-webhook">
      <h2 id="own-webhook">{words.own}</h2>
      <Summary {...data} />
      {hasScope('videos:write') && (
        <Actions
          webhook={data}
          onDialog={setDialog}
          onSecret={(created) => {
            setSecret(created);
            reload();
          }}
          onSent={onSent}
        />
      )}
      <WebhookForm
        webhook={data.webhook}
        isOpen={dialog === 'set'}
        onClose={close}
        onSaved={reload}
      />
      <ConfirmDialog
        heading={words.removeHeading}
        about={words.removeAbout}
        action={words.remove}
        isOpen={dialog === 'remove'}
        onClose={close}
        onConfirm={async () => {
          await client.peek()!.webhooks.remove();
          showToast(words.removed);
          reload();
        }}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </section>
  );
}

function Summary({ webhook, secrets }: Webhook) {
  const words = texts.operate.webhooks;
  if (webhook === null) return <p class="muted">{words.noneSet}</p>;
  return (
    <>
      <p class="webhook-url">
        <code>{webhook.url}</code>
      </p>
      <p class="muted">{webhook.events.map((event) => words.eventNames[event]).join(', ')}</p>
      {webhook.disabled_at !== null && (
        <p class="webhook-off">{words.disabled(webhook.disabled_reason ?? '')}</p>
      )}
      {secrets.length === 0 && <p class="muted">{words.noSecret}</p>}
    </>
  );
}

function Actions(props: {
  readonly webhook: Webhook;
  readonly onDialog: (dialog: 'set' | 'remove') => void;
  readonly onSecret: (secret: string) => void;
  readonly onSent: () => void;
}) {
  const { webhook, onDialog, onSecret, onSent } = props;
  const { run, isBusy, error } = useAction();
  const words = texts.operate.webhooks;
  const isSet = webhook.webhook !== null;
  const ping = async () => {
    await client.peek()!.webhooks.ping();
    showToast(words.pinged);
    onSent();
  };
  const createSecret = async () => onSecret((await client.peek()!.webhooks.createSecret()).secret);
  return (
    <>
      <div class="page-links">
        <Button variant={isSet ? 'plain' : 'primary'} onClick={() => onDialog('set')}>
          {isSet ? words.change : words.set}
        </Button>
        {isSet && (
          <Button isBusy={isBusy} onClick={() => void run(ping)}>
            {words.ping}
          </Button>
        )}
        <Button isBusy={isBusy} onClick={() => void run(createSecret)}>
          {webhook.secrets.length === 0 ? words.secret : words.replaceSecret}
        </Button>
        {isSet && (
          <Button variant="quiet" icon="trash" onClick={() => onDialog('remove')}>
            {words.remove}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const words = texts.operate.webhooks;
  return (
    <Dialog
      heading={words.secretHeading}
      isOpen={secret !== null}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {texts.operate.keys.done}
        </Button>
      }
    >
      <p>{words.secretAbout}</p>
      {secret !== null && <CopyField label={words.secretLabel} value={secret} />}
    </Dialog>
  );
}
