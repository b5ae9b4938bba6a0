import type { Limits } from '../../core/budget/limits.js';
import { HIGHEST_PRIORITY } from '../../core/job/priority.js';

/** The limits of one API key, in the order in which they are shown. */
export const KEY_LIMIT_NAMES = [
  'waitingJobs',
  'runningJobs',
  'dailyVideoSeconds',
  'dailyVoiceCharacters',
  'keptBytes',
  'dailyConfigBytes',
  'assetBytes',
  'assets',
  'priority',
] as const;

export type KeyLimitName = (typeof KEY_LIMIT_NAMES)[number];

/** Limits on what one API key may have. 0 is no limit, except for priorities. */
export type KeyLimits = Pick<Limits, KeyLimitName>;

/** What the row of a key says about its limits. */
export interface OwnLimits {
  /** Values of the key itself, as stored. Other limits have the values of the configuration. */
  readonly limits: Partial<Record<KeyLimitName, number>> | null;
  /** True for an administrator. Null: the key is in the configuration, or keys are disabled. */
  readonly admin: boolean | null;
}

/** The limits that hold for a key, and those of them that are its own. */
export type LimitsOfKey = KeyLimits & { readonly own: ReadonlySet<KeyLimitName> };

/** The name of a limit in the API. */
export function limitField(name: KeyLimitName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The option of `videocraft keys limit` that sets a limit. */
export function limitFlag(name: KeyLimitName): string {
  return `--${limitField(name).replaceAll('_', '-')}`;
}

/** The limits of a key: its own values, then those of the configuration. Administrators use every priority. */
export function limitsOfKey({ limits, admin }: OwnLimits, defaults: KeyLimits): LimitsOfKey {
  // Earlier versions stored a text for a limit that was to be the default again.
  const own = new Set(KEY_LIMIT_NAMES.filter((name) => typeof limits?.[name] === 'number'));
  const values = KEY_LIMIT_NAMES.map((name) => {
    const fallback = name === 'priority' && admin !== false ? HIGHEST_PRIORITY : defaults[name];
    return [name, own.has(name) ? limits![name] : fallback] as const;
  });
  return { ...(Object.fromEntries(values) as unknown as KeyLimits), own };
}
