import { useState } from 'preact/hooks';
import { client, type IssuedKey, type Key, session, useRequest } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { Switch } from '../../ui/switch.js';
import { showToast } from '../../ui/toast.js';
import { OperatePage } from '../page/operate-page.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { IssuedKeyDialog } from './issued-key-dialog.js';
import { KeyTable, stateOf } from './key-table.js';
import { LimitsDialog } from './limits-dialog.js';
import { OwnUsage } from './own-usage.js';

type Question =
  | { readonly kind: 'create' }
  | { readonly kind: 'limits' | 'rotate' | 'revoke'; readonly key: Key };

/** The keys of the service. */
export default function KeysScreen() {
  const { data, error, reload } = useRequest((api, signal) => api.keys.list({ signal }));
  const [question, setQuestion] = useState<Question | null>(null);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const [isEndedShown, setEndedShown] = useState(false);
  const words = texts.operate.keys;
  const keys = data?.filter((key) => isEndedShown || stateOf(key) === 'active') ?? [];
  const close = () => setQuestion(null);
  const show = (key: IssuedKey) => {
    setIssued(key);
    reload();
  };
  return (
    <OperatePage
      current="keys"
      about={words.about}
      actions={
        <Button variant="primary" icon="add" onClick={() => setQuestion({ kind: 'create' })}>
          {words.create}
        </Button>
      }
    >
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {data === null && error === null && <Loading />}
      {data !== null && (
        <>
          <Switch label={words.onlyRevoked} isOn={isEndedShown} onChange={setEndedShown} />
          {keys.length === 0 ? (
            <EmptyState heading={words.empty} about={words.emptyAbout} />
          ) : (
            <KeyTable keys={keys} onQuestion={(kind, key) => setQuestion({ kind, key })} />
          )}
        </>
      )}
      <OwnUsage />
      <CreateKeyDialog isOpen={question?.kind === 'create'} onClose={close} onIssued={show} />
      <KeyQuestions question={question} onClose={close} onIssued={show} onChange={reload} />
      <LimitsDialog
        item={question?.kind === 'limits' ? question.key : null}
        onClose={close}
        onChange={reload}
      />
      <IssuedKeyDialog issued={issued} onClose={() => setIssued(null)} />
    </OperatePage>
  );
}

function KeyQuestions(props: {
  readonly question: Question | null;
  readonly onClose: () => void;
  readonly onIssued: (key: IssuedKey) => void;
  readonly onChange: () => void;
}) {
  const { question, onClose, onIssued, onChange } = props;
  const words = texts.operate.keys;
  const key = question === null || question.kind === 'create' ? null : question.key;
  const own = session.value.state === 'open' ? session.value.key.id : null;
  const name = key?.name ?? '';
  return (
    <>
      <ConfirmDialog
        heading={words.rotateHeading}
        about={`${words.rotateAbout(name)} ${key?.id === own ? words.rotateOwn : ''}`}
        action={words.rotate}
        isOpen={question?.kind === 'rotate'}
        onClose={onClose}
        onConfirm={async () => onIssued(await client.peek()!.keys.rotate(key!.id))}
      />
      <ConfirmDialog
        heading={words.revokeHeading}
        about={words.revokeAbout(name)}
        action={words.revoke}
        isOpen={question?.kind === 'revoke'}
        onClose={onClose}
        onConfirm={async () => {
          await client.peek()!.keys.revoke(key!.id);
          showToast(words.revoked);
          onChange();
        }}
      />
    </>
  );
}
