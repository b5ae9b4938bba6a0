import type { Key } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { StatusLabel, type StatusTone } from '../../ui/job-status.js';
import { RelativeTime } from '../../ui/relative-time.js';
import '../audit.css';

type State = keyof typeof texts.operate.keys.states;

const TONES: Readonly<Record<State, StatusTone>> = {
  active: 'done',
  revoked: 'idle',
  expired: 'idle',
};

/** Whether a key works. */
export function stateOf({ revoked_at: revokedAt, expires_at: expiresAt }: Key): State {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}

export interface KeyTableProps {
  readonly keys: readonly Key[];
  readonly onQuestion: (kind: 'limits' | 'rotate' | 'revoke', key: Key) => void;
}

/** Keys with what they may do. */
export function KeyTable({ keys, onQuestion }: KeyTableProps) {
  const words = texts.operate.keys;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={texts.operate.nav.keys}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.scopes}</th>
            <th scope="col">{words.created}</th>
            <th scope="col">{words.expires}</th>
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">
              <span class="visually-hidden">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} item={key} onQuestion={onQuestion} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyRow({ item, onQuestion }: { item: Key } & Pick<KeyTableProps, 'onQuestion'>) {
  const words = texts.operate.keys;
  const state = stateOf(item);
  return (
    <tr>
      <th scope="row">
        {item.name}
        <code class="audit-type">{item.id}</code>
      </th>
      <td>
        <StatusLabel tone={TONES[state]}>{words.states[state]}</StatusLabel>
      </td>
      <td class="wide">{item.scopes.join(', ')}</td>
      <td>
        <RelativeTime at={item.created_at} />
      </td>
      <td>{item.expires_at === null ? words.never : texts.units.at(item.expires_at)}</td>
      <td>{item.last_used_at === null ? words.never : <RelativeTime at={item.last_used_at} />}</td>
      <td class="actions">
        {state === 'active' && (
          <button
            type="button"
            class="small-button"
            aria-label={words.of(words.limits, item.name)}
            onClick={() => onQuestion('limits', item)}
          >
            {words.limits}
          </button>
        )}{' '}
        {state !== 'revoked' && (
          <>
            <button
              type="button"
              class="small-button"
              aria-label={words.of(words.rotate, item.name)}
              onClick={() => onQuestion('rotate', item)}
            >
              {words.rotate}
            </button>{' '}
            <button
              type="button"
              class="small-button danger"
              aria-label={words.of(words.revoke, item.name)}
              onClick={() => onQuestion('revoke', item)}
            >
              {words.revoke}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
