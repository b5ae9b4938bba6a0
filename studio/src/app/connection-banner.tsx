import { useEffect, useRef } from 'preact/hooks';
import { connection } from '../api/index.js';
import { texts } from '../texts/index.js';
import { showToast } from '../ui/toast.js';
import './connection-banner.css';

/** Says that the service is away, for as long as it is. @param isAway what else the page knows of it */
export function ConnectionBanner({ isAway }: { isAway: boolean }) {
  const state = connection.value === 'up' && isAway ? 'gone' : connection.value;
  const before = useRef(state);
  useEffect(() => {
    if (state === 'up' && before.current !== 'up') showToast(texts.app.connection.back);
    before.current = state;
  }, [state]);
  return (
    <div role="status">
      {state !== 'up' && <p class="connection-banner">{texts.app.connection[state]}</p>}
    </div>
  );
}
