import { useEffect, useRef } from 'preact/hooks';
import type { RequestState } from './use-request.js';

/**
 * Sends a request again and again while the page is visible: a page that nobody sees asks for nothing, and asks at once
 * when it is seen again. It waits for each answer, so that a service that asks for a pause gets it.
 *
 * @param ms null: not now
 */
export function usePolling(
  { reload, isLoading }: Pick<RequestState<unknown>, 'reload' | 'isLoading'>,
  ms: number | null,
): void {
  const isBusy = useRef(isLoading);
  isBusy.current = isLoading;
  useEffect(() => {
    if (ms === null) return undefined;
    const tick = () => {
      if (!document.hidden && !isBusy.current) reload();
    };
    const timer = setInterval(tick, ms);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [reload, ms]);
}
