import type { Scope } from '../api/index.js';
import type { IconName } from '../ui/icon.js';
import type { LazyView } from './lazy-view.js';

/** What a screen gets: the parts of its address that its pattern names. */
export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
}

/** A screen with an address. */
export interface Screen {
  /** Such as `jobs/:id`. The part after a colon is in `params`. */
  readonly pattern: string;
  readonly title: string;
  readonly view: LazyView<ScreenProps>;
  /** The entry of the bar at the top that is marked while the screen is shown. */
  readonly section: Section;
  /** Who cannot use the screen does not see links to it. */
  readonly scopes?: readonly Scope[];
}

/** The entries of the bar at the top. */
export type Section = 'create' | 'jobs' | 'operate';

/** A panel of the workbench. */
export interface Panel {
  /** In the address: `#/write?panel=form`. */
  readonly id: string;
  readonly title: string;
  readonly view: LazyView;
}

/** A way to begin a video, on the home screen. */
export interface StartAction {
  readonly title: string;
  readonly about: string;
  readonly icon: IconName;
  readonly start: () => void | Promise<void>;
}
