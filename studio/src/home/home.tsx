import { hasKeptVideo, STARTER, template, video } from '../document/index.js';
import { gallery } from '../gallery/index.js';
import { Lazy } from '../routing/lazy-view.js';
import { navigate } from '../routing/router.js';
import type { StartAction } from '../routing/seams.js';
import { startActions as startNew, startWithFiles } from '../start/index.js';
import { texts } from '../texts/index.js';
import { Icon } from '../ui/icon.js';
import { useFileTaker } from '../uploads/use-file-taker.js';
import { startActions as startWriting } from '../write/index.js';
import './home.css';
import { RecentJobs } from './recent-jobs.js';

const RESUME: StartAction = {
  title: texts.home.resume,
  about: texts.home.resumeAbout,
  icon: 'play',
  start: () => navigate(['write']),
};

const NEW_VIDEO: StartAction = {
  title: texts.home.newVideo,
  about: texts.home.newVideoAbout,
  icon: 'add',
  start() {
    // The video of before comes back with Undo.
    video.setText(STARTER);
    template.value = null;
    navigate(['write']);
  },
};

function beginWith(files: readonly File[]): void {
  void startWithFiles(files);
}

/** The first screen: ways to begin, examples, and what was made before. */
export default function Home() {
  useFileTaker(beginWith);
  const actions = [...(hasKeptVideo ? [RESUME] : []), ...startNew, NEW_VIDEO, ...startWriting];
  return (
    <div class="home">
      <h1>{texts.home.heading}</h1>
      <ul class="home-actions" aria-label={texts.home.start}>
        {actions.map(({ title, about, icon, start }) => (
          <li key={title}>
            <button type="button" onClick={() => void start()}>
              <Icon name={icon} />
              <span>
                <strong>{title}</strong>
                <span>{about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {gallery !== null && <Lazy view={gallery} props={{}} />}
      <RecentJobs />
    </div>
  );
}
