import { useCallback, useEffect, useState } from 'preact/hooks';
import type { VideoCraft } from '../../../clients/typescript/src/index.js';
import { reconnections } from './connection.js';
import { isAbort } from './describe-failure.js';
import { client } from './session.js';

/** A request of a component: what it answered last, or why it failed. */
export interface RequestState<T> {
  readonly data: T | null;
  readonly error: unknown;
  readonly isLoading: boolean;
  /** Sends the request again. */
  readonly reload: () => void;
}

/**
 * Sends a request when the component appears, when `dependencies` change, and when the service is back. A request that
 * is no longer wanted is ended.
 */
export function useRequest<T>(
  send: (api: VideoCraft, signal: AbortSignal) => Promise<T>,
  dependencies: readonly unknown[] = [],
): RequestState<T> {
  const [state, setState] = useState<Omit<RequestState<T>, 'reload'>>({
    data: null,
    error: null,
    isLoading: true,
  });
  const [turn, setTurn] = useState(0);
  const api = client.value;
  const connections = reconnections.value;
  useEffect(() => {
    if (api === null) return undefined;
    const controller = new AbortController();
    setState(({ data }) => ({ data, error: null, isLoading: true }));
    send(api, controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setState({ data, error: null, isLoading: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted || isAbort(error)) return;
        setState(({ data }) => ({ data, error, isLoading: false }));
      },
    );
    return () => controller.abort();
  }, [api, turn, connections, ...dependencies]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { ...state, reload };
}
