import { Component, type ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Lazy } from '../routing/lazy-view.js';
import { hrefOf, location } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { isAllowed, type Match } from './routes.js';

/** Shows the screen of the address. */
export function ScreenView({ match }: { match: Match | null }) {
  const screen = match !== null && isAllowed(match.screen) ? match.screen : null;
  useTitle(screen?.title ?? texts.app.notFound.heading);
  useFocusOnContent(location.value.path.join('/'));
  if (screen === null || match === null) return <NotFound />;
  return (
    <Boundary key={screen.pattern}>
      <Lazy view={screen.view} props={{ params: match.params }} />
    </Boundary>
  );
}

function NotFound() {
  const { heading, about, home } = texts.app.notFound;
  return (
    <EmptyState level={1} heading={heading} about={about}>
      <a href={hrefOf([])}>{home}</a>
    </EmptyState>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = texts.app.title(title);
  }, [title]);
}

/** Without this, whoever uses a screen reader or the keyboard would stay at a link that is gone. */
function useFocusOnContent(path: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) document.querySelector<HTMLElement>('main')?.focus();
    isFirst.current = false;
  }, [path]);
}

/** Keeps a fault of a screen from taking the bar at the top with it. */
class Boundary extends Component<{ children: ComponentChildren }, { error: unknown }> {
  override state = { error: null };

  static override getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const { heading, about, again } = texts.app.crashed;
    return (
      <EmptyState heading={heading} about={about}>
        <Button onClick={() => this.setState({ error: null })}>{again}</Button>
      </EmptyState>
    );
  }
}
