import { useEffect, useState } from 'preact/hooks';

/** Which page of a list that is read by cursor is shown. */
export interface Pages {
  /** Undefined on the first page. */
  readonly cursor: string | undefined;
  readonly hasNewer: boolean;
  readonly newer: () => void;
  /** @param next the cursor that the page of now gave */
  readonly older: (next: string) => void;
}

/** Goes through a list by cursor, and back. @param filters starts again with the first page when they change */
export function usePages(filters: readonly unknown[] = []): Pages {
  const key = JSON.stringify(filters);
  const [state, setState] = useState<{ key: string; cursors: readonly string[] }>({
    key,
    cursors: [],
  });
  const cursors = state.key === key ? state.cursors : [];
  useEffect(() => {
    if (state.key !== key) setState({ key, cursors: [] });
  }, [state.key, key]);
  return {
    cursor: cursors.at(-1),
    hasNewer: cursors.length > 0,
    newer: () => setState({ key, cursors: cursors.slice(0, -1) }),
    older: (next) => setState({ key, cursors: [...cursors, next] }),
  };
}
