import { useEffect } from 'preact/hooks';

/**
 * Calls `reload` again and again while the page is visible: a page that nobody sees asks for nothing, and asks at once
 * when it is seen again.
 *
 * @param ms null: not now
 */
export function usePolling(reload: () => void, ms: number | null): void {
  useEffect(() => {
    if (ms === null) return undefined;
    const tick = () => {
      if (!document.hidden) reload();
    };
    const timer = setInterval(tick, ms);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [reload, ms]);
}
