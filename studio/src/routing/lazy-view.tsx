import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { Loading } from '../ui/loading.js';

/** A component whose code is loaded when it is shown for the first time. */
export interface LazyView<P extends object = object> {
  readonly load: () => Promise<ComponentType<P>>;
}

/** Declares a component that is loaded later: `lazyView(() => import('./screen.js'))`. The file exports it as `default`. */
export function lazyView<P extends object = object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): LazyView<P> {
  let loading: Promise<ComponentType<P>> | null = null;
  return {
    load() {
      loading ??= load().then(
        ({ default: view }) => view,
        (error: unknown) => {
          // The next attempt may succeed.
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}

/** Shows a lazy component, and what happens until it is there. */
export function Lazy<P extends object>({ view, props }: { view: LazyView<P>; props: P }) {
  const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    setFailed(false);
    view.load().then(
      (component) => {
        if (isWanted) setLoaded(() => component);
      },
      () => {
        if (isWanted) setFailed(true);
      },
    );
    return () => {
      isWanted = false;
      setLoaded(null);
    };
  }, [view]);
  if (hasFailed) {
    const { heading, about, reload } = texts.app.outdated;
    return (
      <EmptyState heading={heading} about={about}>
        <Button variant="primary" onClick={() => globalThis.location.reload()}>
          {reload}
        </Button>
      </EmptyState>
    );
  }
  return Loaded === null ? <Loading /> : <Loaded {...props} />;
}
