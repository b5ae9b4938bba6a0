import { useEffect } from 'preact/hooks';
import { keptVideo, video } from '../document/index.js';
import { Lazy } from '../routing/lazy-view.js';
import { location, navigate } from '../routing/router.js';
import { writingPanel } from '../routing/writing-panel.js';
import { picture, timeline } from '../see/index.js';
import { texts } from '../texts/index.js';
import { Tabs } from '../ui/tabs.js';
import { OtherTabNotice } from './other-tab-notice.js';
import { PANELS } from './panels.js';
import { onHistoryKey } from './history-keys.js';
import { Toolbar } from './toolbar.js';
import './workbench.css';

/** Where a video is made: panels at the left, and the picture with its timeline at the right. */
export default function Workbench() {
  const wanted = location.value.query.get('panel');
  const panel = PANELS.find(({ id }) => id === wanted) ?? PANELS[0]!;

  useEffect(() => {
    document.addEventListener('keydown', onHistoryKey);
    return () => document.removeEventListener('keydown', onHistoryKey);
  }, []);

  const { id: shown } = panel;
  useEffect(() => {
    if (shown === 'editor' || shown === 'form') writingPanel.value = shown;
  }, [shown]);

  return (
    <div class="workbench">
      <h1 class="visually-hidden">{texts.workbench.heading}</h1>
      <Toolbar />
      <OtherTabNotice />
      <div class={`workbench-sides ${picture === null && timeline === null ? 'single' : ''}`}>
        <section class="workbench-panels" aria-label={texts.workbench.panels}>
          <Tabs
            label={texts.workbench.panels}
            tabs={PANELS}
            selected={panel.id}
            onSelect={(id) => navigate(['write'], { panel: id }, { replaces: true })}
          >
            <Lazy key={panel.id} view={panel.view} props={{}} />
          </Tabs>
        </section>
        {picture !== null && (
          <section class="workbench-picture" aria-label={texts.workbench.picture}>
            <Lazy view={picture} props={{}} />
          </section>
        )}
        {timeline !== null && (
          <section class="workbench-timeline" aria-label={texts.workbench.timeline}>
            <Lazy view={timeline} props={{}} />
          </section>
        )}
      </div>
      <Status />
    </div>
  );
}

/** Says where the text is not JSON, or whether it outlives the page. */
function Status() {
  const { error } = video.parsed.value;
  const hasFailed = keptVideo.keeping.value.state === 'failed';
  const { invalid, kept, notKept } = texts.workbench;
  return (
    <p class={`workbench-status ${error === null && !hasFailed ? '' : 'invalid'}`} role="status">
      {error !== null
        ? invalid(error.line, error.column, error.message)
        : hasFailed
          ? notKept
          : kept}
    </p>
  );
}
