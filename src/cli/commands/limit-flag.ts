import type { KeyLimitName } from '../../engine/jobs/key-limits.js';

/** The option of `videocraft keys limit` that sets a limit. */
export function limitFlag(name: KeyLimitName): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
