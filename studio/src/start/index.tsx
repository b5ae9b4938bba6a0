/** Ways to begin a video: from a script, and from files. */
import { lazyView } from '../routing/lazy-view.js';
import { navigate } from '../routing/router.js';
import type { Screen, ScreenProps, StartAction } from '../routing/seams.js';
import { texts } from '../texts/index.js';

const view = lazyView<ScreenProps>(() => import('./new-video.js'));

/** `new/script` and `new/files`: one screen, which begins with the one or the other. */
export const startScreens: readonly Screen[] = [
  { pattern: 'new/script', title: texts.start.fromScript.title, section: 'create', view },
  { pattern: 'new/files', title: texts.start.fromFiles.title, section: 'create', view },
];

/** Begins a video with files that were dropped on the home screen. */
export async function startWithFiles(files: readonly File[]): Promise<void> {
  const { addDraftFiles } = await import('./draft.js');
  void addDraftFiles(files);
  navigate(['new', 'files']);
}

/** For the home screen. */
export const startActions: readonly StartAction[] = [
  {
    ...texts.start.fromScript,
    icon: 'text',
    start: () => navigate(['new', 'script']),
  },
  {
    ...texts.start.fromFiles,
    icon: 'image',
    start: () => navigate(['new', 'files']),
  },
];
