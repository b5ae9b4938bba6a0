import { UNSAFE_LETTERS } from './file-names.js';

/** What a path of a delivery can contain in braces. Times are those of the delivery, in UTC. */
export const PATH_PLACEHOLDERS = [
  'job_id',
  'filename',
  'date',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
] as const;

type Placeholder = (typeof PATH_PLACEHOLDERS)[number];

const PLACEHOLDER = /\{([^{}]*)\}/g;
const MAX_LENGTH = 500;
const UNSAFE = new RegExp(`[${UNSAFE_LETTERS}]`, 'u');
const PART = `(?![.\\s]*(\\/|$))([^${UNSAFE_LETTERS}\\/{}]|\\{(${PATH_PLACEHOLDERS.join('|')})\\})+`;

/** The path of a delivery, for a schema. It accepts what {@link pathProblem} accepts. */
export const DELIVERY_PATH = `^${PART}(\\/${PART})*$`;

/** Why a text cannot be the path of a delivery, as a sentence; null: it can. */
export function pathProblem(path: string): string | null {
  if (Array.from(path).length > MAX_LENGTH) return `Expected at most ${MAX_LENGTH} characters.`;
  if (UNSAFE.test(path)) {
    return 'A path cannot contain backslashes, control characters, or any of : * ? " < > |.';
  }
  if (path.startsWith('/')) return 'Write a path without a slash at its beginning.';
  const unknown = [...path.matchAll(PLACEHOLDER)]
    .map(([, name]) => name!)
    .find((name) => !(PATH_PLACEHOLDERS as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const known = PATH_PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
    return `Unknown placeholder "{${unknown}}". Known placeholders: ${known}.`;
  }
  if (/[{}]/.test(path.replace(PLACEHOLDER, ''))) return 'A brace has no counterpart.';
  const parts = path.split('/');
  // Windows leaves out spaces and dots at the end of a name: there, ".. " is "..".
  if (parts.some((part) => /^[.\s]*\.[.\s]*$/.test(part))) {
    return 'A path cannot contain "." or ".." as a folder.';
  }
  return parts.some((part) => part.trim() === '') ? 'Each part of the path needs a name.' : null;
}

/** What the placeholders of a path stand for. */
export interface PathValues {
  readonly jobId: string;
  /** The name of the file, which contains no slash. */
  readonly fileName: string;
  readonly at: Date;
}

/** Fills in the placeholders of a path that `pathProblem` accepts. */
export function fillPath(path: string, { jobId, fileName, at }: PathValues): string {
  const [date, time] = at.toISOString().split('T') as [string, string];
  const [year, month, day] = date.split('-') as [string, string, string];
  const [hour, minute, second] = time.slice(0, 8).split(':') as [string, string, string];
  const values: Readonly<Record<Placeholder, string>> = {
    job_id: jobId,
    filename: fileName,
    ...{ date, year, month, day, hour, minute, second },
  };
  return path.replace(PLACEHOLDER, (_whole, name: Placeholder) => values[name]);
}
