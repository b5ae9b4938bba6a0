import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import './loading.css';

/** What loads faster than this needs no words. */
const QUIET_MS = 300;

/** Says that something is on its way. */
export function Loading({ label = texts.app.loading }: { label?: string }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="loading" role="status">
      {isShown && (
        <>
          <span class="spinner" aria-hidden="true" />
          {label}
        </>
      )}
    </p>
  );
}
