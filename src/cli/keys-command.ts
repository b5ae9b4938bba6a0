import { mkdir } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { DataSource } from 'typeorm';
import { loadConfig } from '../config/load-config.js';
import { dataSourceOptions, migrate } from '../engine/database/data-source.js';
import { startEmbeddedPostgres } from '../engine/database/embedded-postgres.js';
import type { Actor } from '../engine/jobs/audit-event.entity.js';
import { KeyStore } from '../engine/keys/key-store.js';
import { SCOPES, type Scope } from '../http/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { parseInstant } from '../http/paging/instant.js';
import { ApiKeysService, type IssuedKey } from '../security/keys/api-keys.service.js';
import { type KeyDto, toKeyDto } from '../security/keys/keys.dto.js';
import { printFailure } from './exit.js';

interface Output {
  readonly json?: boolean;
}

interface NewKeyOptions extends Output {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expires?: Date;
}

/** As whom the audit trail knows what is done from the command line. */
const COMMAND_LINE: Actor = { keyId: 'command-line', requestId: null };

const MAX_NAME_LENGTH = 100;

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
    .action(({ name, scopes, expires, json: asJson }: NewKeyOptions) =>
      withKeys(async (service) => {
        const key = { name, scopes, expiresAt: expires ?? null };
        printIssued(await service.create(key, COMMAND_LINE), asJson);
      }),
    );
  keys
    .command('list')
    .description('list the keys, newest first, revoked and expired ones included')
    .option(...json)
    .action((options: Output) =>
      withKeys(async (service) => printList((await service.list()).map(toKeyDto), options.json)),
    );
  keys
    .command('revoke')
    .description('end a key for good; works within a second')
    .argument('<id>')
    .option(...json)
    .action((id: string, options: Output) =>
      withKeys(async (service) => {
        const key = toKeyDto(await service.revoke(id, COMMAND_LINE));
        print(options.json ? JSON.stringify(key) : `Revoked ${key.id} (${key.name})`);
      }),
    );
  keys
    .command('rotate')
    .description('give a key a new secret; the old one ends within a second')
    .argument('<id>')
    .option(...json)
    .action((id: string, options: Output) =>
      withKeys(async (service) => {
        printIssued(await service.rotate(id, COMMAND_LINE), options.json);
      }),
    );
  return keys;
}

/** Runs on the database of the service, which need not be running. */
async function withKeys(action: (keys: ApiKeysService) => Promise<void>): Promise<void> {
  try {
    const config = loadConfig(process.env);
    await mkdir(config.dataDir, { recursive: true });
    const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
    try {
      const url = config.databaseUrl ?? embedded!.url;
      await migrate(url);
      const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
      try {
        await action(new ApiKeysService(config, new KeyStore(dataSource)));
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await embedded?.release();
    }
  } catch (error) {
    printFailure(error instanceof ApiError ? new Error(error.details) : error);
  }
}

/** The key alone on stdout, for `KEY=$(videocraft keys create ...)`; about it on stderr. */
function printIssued({ key, entity }: IssuedKey, asJson = false): void {
  const dto = toKeyDto(entity);
  if (asJson) {
    print(JSON.stringify(Object.assign(dto, { key })));
    return;
  }
  const until = dto.expires_at === null ? 'never expires' : `expires ${dto.expires_at}`;
  process.stderr.write(
    `Key ${dto.id} (${dto.name}), ${dto.scopes.join(' ')}, ${until}. It is shown this once:\n`,
  );
  print(key);
}

function printList(keys: readonly KeyDto[], asJson = false): void {
  if (asJson) print(JSON.stringify({ keys }));
  else for (const key of keys) print(describe(key));
}

function describe(key: KeyDto): string {
  const state =
    key.revoked_at !== null
      ? `revoked ${key.revoked_at}`
      : key.expires_at !== null
        ? `expires ${key.expires_at}`
        : 'never expires';
  const used = key.last_used_at === null ? 'never used' : `last used ${key.last_used_at}`;
  return [key.id, key.name, key.scopes.join(' '), state, used].join('\t');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
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
