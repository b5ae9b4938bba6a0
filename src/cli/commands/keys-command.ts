import { Command, InvalidArgumentError } from 'commander';
import { parseInstant } from '../../http/paging/instant.js';
import { SCOPES, type Scope } from '../../http/scopes.js';
import type { NewKeyOptions, Output } from './keys-actions.js';

const MAX_NAME_LENGTH = 100;

/** Loaded when one runs: the database and all that serves it would slow the start of every command. */
const actions = () => import('./keys-actions.js');

/** `videocraft keys`: the API keys of the service whose environment and data folder this one has. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('make, list, revoke and rotate API keys');
  const json = ['--json', 'print the result as JSON'] as const;
  keys
    .command('create')
    .description('make a key; it is printed this once and stored nowhere')
    .requiredOption('--name <name>', 'what the key is for', parseName)
    .requiredOption('--scopes <list>', `comma-separated, of ${SCOPES.join(', ')}`, parseScopes)
    .option('--expires <time>', 'date or time with its zone, e.g. 2027-01-31', parseExpiry)
    .option(...json)
    .action(async (options: NewKeyOptions) => (await actions()).createKey(options));
  keys
    .command('list')
    .description('list the keys, newest first, revoked and expired ones included')
    .option(...json)
    .action(async (options: Output) => (await actions()).listKeys(options));
  keys
    .command('revoke')
    .description('end a key for good; works within a second')
    .argument('<id>')
    .option(...json)
    .action(async (id: string, options: Output) => (await actions()).revokeKey(id, options));
  keys
    .command('rotate')
    .description('give a key a new secret; the old one ends within a second')
    .argument('<id>')
    .option(...json)
    .action(async (id: string, options: Output) => (await actions()).rotateKey(id, options));
  return keys;
}

function parseName(text: string): string {
  if (text.length >= 1 && text.length <= MAX_NAME_LENGTH) return text;
  throw new InvalidArgumentError(`It has to have 1 to ${MAX_NAME_LENGTH} characters.`);
}

function parseScopes(text: string): Scope[] {
  const names = text.split(',').map((name) => name.trim());
  const scopes = SCOPES.filter((scope) => names.includes(scope));
  const unknown = names.find((name) => !scopes.some((scope) => scope === name));
  if (unknown === undefined) return scopes;
  throw new InvalidArgumentError(`There is no scope "${unknown}". Scopes: ${SCOPES.join(', ')}.`);
}

function parseExpiry(text: string): Date {
  const date = parseInstant(text);
  if (date && date.getTime() > Date.now()) return date;
  throw new InvalidArgumentError('It has to be a time to come, like 2027-01-31T12:00:00Z.');
}
