import { InputError } from '../input-error.js';

const LONGEST_SECONDS = 24 * 3600;

/**
 * Reads a time: `3.2`, `1:03.2`, or `1:01:03.2`.
 *
 * @returns milliseconds
 * @throws InputError
 */
export function readTime(text: string): number {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d+(?:\.\d*)?|\.\d+)$/.exec(text.trim());
  const [hours, minutes, seconds] = [1, 2, 3].map((group) => Number(parts?.[group] ?? 0));
  const total = hours! * 3600 + minutes! * 60 + seconds!;
  if (parts === null || total > LONGEST_SECONDS) {
    throw new InputError(
      `Expected --at to be a time in seconds or as minutes:seconds, but got "${text}".`,
    );
  }
  return Math.round(total * 1000);
}
