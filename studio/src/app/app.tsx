import { session } from '../api/index.js';
import { dropTarget } from '../files/index.js';
import { Lazy } from '../routing/lazy-view.js';
import { location } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Loading } from '../ui/loading.js';
import { Toasts } from '../ui/toast.js';
import './app.css';
import { ConnectionBanner } from './connection-banner.js';
import { KeyScreen } from './key-screen.js';
import { matchScreen } from './routes.js';
import { ScreenView } from './screen-view.js';
import { TopBar } from './top-bar.js';

/** The page. */
export function App() {
  const current = session.value;
  const match = matchScreen(location.value.path);
  return (
    <>
      <a class="skip-link" href="#content" onClick={skipToContent}>
        {texts.app.skip}
      </a>
      <TopBar current={match?.screen.section ?? null} />
      <ConnectionBanner isAway={current.state === 'starting' && current.hasFailed} />
      <main id="content" tabIndex={-1}>
        {current.state === 'starting' && <Loading label={texts.app.starting} />}
        {current.state === 'closed' && <KeyScreen hasEnded={current.hasEnded} />}
        {current.state === 'open' && <ScreenView match={match} />}
      </main>
      {current.state === 'open' && dropTarget !== null && <Lazy view={dropTarget} props={{}} />}
      <Toasts />
    </>
  );
}

/** The address belongs to the screens. */
function skipToContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
