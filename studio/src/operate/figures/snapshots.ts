import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { client, isAbort, reconnections } from '../../api/index.js';
import { parseMetrics } from './parse-metrics.js';
import type { Snapshot } from './rates.js';

const INTERVAL_MS = 5_000;
/** Two make the first figures. */
const SECOND_MS = 1_500;
/** Half an hour. */
const MOST = 361;

/** They stay while other screens are shown. */
export const snapshots = signal<readonly Snapshot[]>([]);

/** Takes snapshots of the metrics while the component is there and the page is seen. Returns what failed last. */
export function useSnapshots(): unknown {
  const [error, setError] = useState<unknown>(null);
  const api = client.value;
  const connections = reconnections.value;
  useEffect(() => {
    if (api === null) return undefined;
    const controller = new AbortController();
    const { signal: ending } = controller;
    const take = async () => {
      try {
        const metrics = parseMetrics(await api.metrics({ signal: ending }));
        snapshots.value = [...snapshots.peek(), { at: Date.now(), metrics }].slice(-MOST);
        setError(null);
      } catch (caught) {
        if (!isAbort(caught) && !ending.aborted) setError(caught);
      }
    };
    void take();
    const second = setTimeout(() => void take(), SECOND_MS);
    const timer = setInterval(() => {
      if (!document.hidden) void take();
    }, INTERVAL_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(second);
      controller.abort();
    };
  }, [api, connections]);
  return error;
}
