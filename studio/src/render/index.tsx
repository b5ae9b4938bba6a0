/** Rendering: the action of the workbench, the list of jobs, the page of a job, and many videos from one config. */
import { type LazyView, lazyView } from '../routing/lazy-view.js';
import type { Screen } from '../routing/seams.js';
import { texts } from '../texts/index.js';

/** `jobs` and what is below it, and the screens for templates and batches. */
export const jobScreens: readonly Screen[] = [
  {
    pattern: 'jobs',
    title: texts.render.jobs,
    section: 'jobs',
    view: lazyView(() => import('./jobs-screen.js')),
    scopes: ['jobs:read'],
  },
  {
    pattern: 'jobs/:id',
    title: texts.render.job,
    section: 'jobs',
    view: lazyView(() => import('./job-screen.js')),
    scopes: ['jobs:read'],
  },
  {
    pattern: 'many',
    title: texts.runs.title,
    section: 'create',
    view: lazyView(() => import('./runs/runs-screen.js')),
    scopes: ['videos:write'],
  },
  {
    pattern: 'batches/:id',
    title: texts.runs.batch.title,
    section: 'jobs',
    view: lazyView(() => import('./runs/batch-screen.js')),
    scopes: ['jobs:read'],
  },
  {
    pattern: 'templates',
    title: texts.runs.templates.title,
    section: 'create',
    view: lazyView(() => import('./runs/templates-screen.js')),
    scopes: ['videos:read'],
  },
];

/** The button of the workbench that renders the video. */
export const renderAction: LazyView | null = lazyView(() => import('./render-action.js'));
