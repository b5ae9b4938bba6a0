import { Command, InvalidArgumentError } from 'commander';
import { parseInstant } from '../../http/validation/instant.js';
import { KEY_SCOPES, type KeyScope } from '../../http/access/key-scopes.js';
import { integer, InvalidValue } from '../../config/parsers.js';
import { LIMITS } from '../../core/budget/limits.js';
import { KEY_LIMIT_NAMES, type KeyLimitName, limitFlag } from '../../engine/jobs/key-limits.js';
import type { KeyLimitOptions, NewKeyOptions, Output } from './keys-actions.js';

const MAX_NAME_LENGTH = 100;

/** Loaded on demand, because the database code would slow down the start of every command. */
const actions = () => import('./keys-actions.js');

/** `videocraft keys`: manages the API keys of the service with the same environment and data folder. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('create, list, limit, revoke, and rotate API keys');
  const json = ['--json', 'print the result as JSON'] as const;
  keys
    .command('create')
    .description('create a key, which is printed only once and not stored')
    .requiredOption('--name <name>', 'purpose of the key', parseName)
    .requiredOption(
      '--scopes <list>',
      `comma-separated scopes: ${KEY_SCOPES.join(', ')}`,
      parseScopes,
    )
    .option(
      '--expires <time>',
      'expiry date, or time with a time zone, e.g. 2027-01-31',
      parseExpiry,
    )
    .option(...json)
    .action(async (options: NewKeyOptions) => (await actions()).createKey(options));
  keys
    .command('list')
    .description('list all keys, including revoked and expired ones, newest first')
    .option(...json)
    .action(async (options: Output) => (await actions()).listKeys(options));
  keys
    .command('revoke')
    .description('revoke a key permanently; takes effect within a second')
    .argument('<id>')
    .option(...json)
    .action(async (id: string, options: Output) => (await actions()).revokeKey(id, options));
  keys
    .command('rotate')
    .description('replace the secret of a key; the old one stops working within a second')
    .argument('<id>')
    .option(...json)
    .action(async (id: string, options: Output) => (await actions()).rotateKey(id, options));
  keys.addCommand(limitCommand());
  return keys;
}

/** `videocraft keys limit`: an option for each limit of a key. */
function limitCommand(): Command {
  const command = new Command('limit')
    .description('set limits of a key that differ from VIDEOCRAFT_LIMITS_*; applies to new jobs')
    .argument('<id>');
  for (const name of KEY_LIMIT_NAMES) {
    const { min, max, unit } = LIMITS[name];
    const what = name === 'priority' ? 'highest priority of a job' : `maximum of ${unit}`;
    const none = min === 0 ? '; 0: no limit' : '';
    command.option(
      `${limitFlag(name)} <number>`,
      `${what}, or "default"${none}`,
      parseLimit(min, max),
    );
  }
  return command
    .option('--json', 'print the result as JSON')
    .action(async (id: string, options: GivenLimits) =>
      (await actions()).limitKey(id, limitsFrom(options)),
    );
}

/** Not null, for which commander would put an empty text. */
const DEFAULT = 'default';

type GivenLimits = Output & Partial<Record<KeyLimitName, number | typeof DEFAULT>>;

function limitsFrom(given: GivenLimits): KeyLimitOptions {
  const limits = Object.entries(given).map(([name, value]) => [
    name,
    value === DEFAULT ? null : value,
  ]);
  return Object.fromEntries(limits) as KeyLimitOptions;
}

/** A limit, or that of the configuration. */
function parseLimit(min: number, max: number): (text: string) => number | typeof DEFAULT {
  const parse = integer(min, max);
  return (text) => {
    if (text === DEFAULT) return DEFAULT;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      throw new InvalidArgumentError(`Expected ${error.expected}, or "default".`);
    }
  };
}

function parseName(text: string): string {
  if (text.length >= 1 && text.length <= MAX_NAME_LENGTH) return text;
  throw new InvalidArgumentError(`Expected 1 to ${MAX_NAME_LENGTH} characters.`);
}

function parseScopes(text: string): KeyScope[] {
  const names = text.split(',').map((name) => name.trim());
  const scopes = KEY_SCOPES.filter((scope) => names.includes(scope));
  const unknown = names.find((name) => !scopes.some((scope) => scope === name));
  if (unknown === undefined) return scopes;
  throw new InvalidArgumentError(`Unknown scope "${unknown}". Scopes: ${KEY_SCOPES.join(', ')}.`);
}

function parseExpiry(text: string): Date {
  const date = parseInstant(text);
  if (date && date.getTime() > Date.now()) return date;
  throw new InvalidArgumentError('Expected a time in the future, such as 2027-01-31T12:00:00Z.');
}
