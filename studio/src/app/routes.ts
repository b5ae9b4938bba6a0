import { hasScope } from '../api/index.js';
import { operateScreens } from '../operate/index.js';
import { jobScreens } from '../render/index.js';
import { lazyView } from '../routing/lazy-view.js';
import { matchPattern, partsOfPattern } from '../routing/match.js';
import type { Screen, Section } from '../routing/seams.js';
import { startScreens } from '../start/index.js';
import { texts } from '../texts/index.js';

const SCREENS: readonly Screen[] = [
  {
    pattern: '',
    title: texts.app.home,
    section: 'create',
    view: lazyView(() => import('../home/home.js')),
  },
  {
    pattern: 'write',
    title: texts.workbench.title,
    section: 'create',
    view: lazyView(() => import('../workbench/workbench.js')),
  },
  ...startScreens,
  ...jobScreens,
  ...operateScreens,
];

/** A screen with the parts of an address that its pattern names. */
export interface Match {
  readonly screen: Screen;
  readonly params: Readonly<Record<string, string>>;
}

/** The screen of an address, or null. */
export function matchScreen(path: readonly string[], screens = SCREENS): Match | null {
  for (const screen of screens) {
    const params = matchPattern(screen.pattern, path);
    if (params !== null) return { screen, params };
  }
  return null;
}

/** The sections of the bar at the top that have a screen for the key of the session, with its address. */
export function sectionsOf(screens = SCREENS): readonly { section: Section; path: string[] }[] {
  const sections: Section[] = ['create', 'jobs', 'operate'];
  return sections.flatMap((section) => {
    const first = screens.find(
      (screen) => screen.section === section && !screen.pattern.includes(':') && isAllowed(screen),
    );
    return first === undefined ? [] : [{ section, path: partsOfPattern(first.pattern) }];
  });
}

/** Whether the key of the session may use a screen: it has one of its scopes. */
export function isAllowed({ scopes = [] }: Screen): boolean {
  return scopes.length === 0 || scopes.some(hasScope);
}
