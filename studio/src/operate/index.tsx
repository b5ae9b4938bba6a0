/** Operating the service: jobs of all keys, the audit trail, keys, webhooks, health, and figures. */
import { lazyView } from '../routing/lazy-view.js';
import type { Screen } from '../routing/seams.js';
import { texts } from '../texts/index.js';

const words = texts.operate.nav;

/** `operate` and what is below it. Whoever has jobs has webhooks, so these are a screen of the jobs. */
export const operateScreens: readonly Screen[] = [
  {
    pattern: 'operate',
    title: words.health,
    section: 'operate',
    view: lazyView(() => import('./health/health-screen.js')),
    scopes: ['metrics:read'],
  },
  {
    pattern: 'operate/figures',
    title: words.figures,
    section: 'operate',
    view: lazyView(() => import('./figures/figures-screen.js')),
    scopes: ['metrics:read'],
  },
  {
    pattern: 'operate/jobs',
    title: words.jobs,
    section: 'operate',
    view: lazyView(() => import('./jobs-screen.js')),
    scopes: ['admin'],
  },
  {
    pattern: 'operate/audit',
    title: words.audit,
    section: 'operate',
    view: lazyView(() => import('./audit-screen.js')),
    scopes: ['audit:read'],
  },
  {
    pattern: 'operate/keys',
    title: words.keys,
    section: 'operate',
    view: lazyView(() => import('./keys/keys-screen.js')),
    scopes: ['admin'],
  },
  {
    pattern: 'webhooks',
    title: words.webhooks,
    section: 'jobs',
    view: lazyView(() => import('./webhooks/webhooks-screen.js')),
    scopes: ['jobs:read'],
  },
];
