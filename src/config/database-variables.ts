import type { ConfigProblem } from './config-error.js';
import { anyText, boolean, InvalidValue, type Parser, url } from './parsers.js';
import { optional, secret, type Variable, variable } from './variable.js';

const ENCODED =
  'a URL whose password is encoded, such as %2F for / (or set DATABASE_PASSWORD beside a URL without a password)';
const anyUrl = url(['postgres', 'postgresql'], 'kept');

/**
 * The URL of a database. A password with `/`, `?`, or `#` that is not encoded ends the host early, and the rest of it
 * would be taken for a path. One with `%` could not be decoded.
 */
const databaseUrl: Parser<string> = (text) => {
  const rest = text.slice(text.indexOf('://') + 3);
  const authority = rest.split(/[/?#]/, 1)[0]!;
  if (!authority.includes('@') && rest.includes('@')) throw new InvalidValue(ENCODED);
  const parsed = anyUrl(text);
  const { username, password } = new URL(parsed);
  try {
    decodeURIComponent(username + password);
  } catch {
    throw new InvalidValue(ENCODED);
  }
  return parsed;
};

/** The variables that tell how to reach the database. */
export const DATABASE_VARIABLES = {
  databaseUrl: secret(
    optional(
      'DATABASE_URL',
      databaseUrl,
      'the embedded Postgres in the data folder',
      'Postgres database to use: `postgres://user:password@host:5432/database`.',
    ),
  ),
  databasePassword: {
    ...secret(
      optional(
        'DATABASE_PASSWORD',
        anyText,
        'the password in `DATABASE_URL`',
        'Password for `DATABASE_URL` and `VIDEOCRAFT_DATABASE_DIRECT_URL`, if they contain none. It can have any characters, without an encoding.',
      ),
    ),
    keepsBlanks: true,
  },
  directDatabaseUrl: secret(
    optional(
      'VIDEOCRAFT_DATABASE_DIRECT_URL',
      databaseUrl,
      '`DATABASE_URL`, unless it leads to a pooler',
      'The same database without a pooler, if `DATABASE_URL` leads to one such as PgBouncer. Migrations, locks of sessions, and notifications use it.',
    ),
  ),
  migrateDatabase: variable({
    name: 'VIDEOCRAFT_DATABASE_MIGRATE',
    parse: boolean,
    fallback: true,
    fallbackText: 'true',
    doc: 'Updates the schema of the database at the start. `false` only checks it: run `dist/src/migrate.js` first.',
  }),
} satisfies Record<string, Variable<unknown>>;

/** The values that say how to reach the database. */
export interface DatabaseValues {
  readonly databaseUrl: string | null;
  readonly databasePassword: string | null;
  readonly directDatabaseUrl: string | null;
}

/** Variables that contradict each other. */
export function databaseProblems(values: DatabaseValues): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const add = (key: keyof DatabaseValues, message: string) =>
    problems.push({ name: DATABASE_VARIABLES[key].name, message });
  const { databaseUrl: main, databasePassword: password, directDatabaseUrl: direct } = values;
  if (direct !== null && main === null) {
    add('directDatabaseUrl', 'Set DATABASE_URL too, to the URL of the pooler.');
  }
  if (password === null) return problems;
  if (main === null) add('databasePassword', 'Set DATABASE_URL too, without a password.');
  else if ([main, direct].every((text) => text === null || new URL(text).password !== '')) {
    add('databasePassword', 'Expected no value, because DATABASE_URL contains a password.');
  }
  return problems;
}

/** The URLs with the password that is set beside them. */
export function databaseConfig({
  databaseUrl: main,
  databasePassword,
  directDatabaseUrl: direct,
}: DatabaseValues) {
  const whole = (text: string | null) => {
    if (text === null || databasePassword === null) return text;
    const parsed = new URL(text);
    if (parsed.password === '') parsed.password = encodeURIComponent(databasePassword);
    return parsed.href;
  };
  return { databaseUrl: whole(main), directDatabaseUrl: whole(direct) };
}
