import { commandConfig } from '../terminal/command-config.js';
import type { Config } from '../../config/types.js';
import type { Actor } from '../../engine/audit/audit-event.entity.js';
import { ApiKeyEntity } from '../../engine/keys/api-key.entity.js';
import { limitField, type KeyLimitName, limitFlag } from '../../engine/jobs/key-limits.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { ApiError } from '../../http/errors/api-error.js';
import { ApiKeysService, type IssuedKey } from '../../security/keys/api-keys.service.js';
import { type KeyDto, toKeyDto } from '../../security/keys/keys.dto.js';
import { hasDatabase, requireDatabase, withDataSource } from '../service-database.js';
import { printFailure } from '../terminal/exit.js';
import type { KeyScope } from '../../http/access/key-scopes.js';

export interface Output {
  readonly json?: boolean;
}

export interface NewKeyOptions extends Output {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expires?: Date;
}

/** Null: the value of the configuration. */
export type KeyLimitOptions = Output & Partial<Record<KeyLimitName, number | null>>;

type KeysAction = (keys: ApiKeysService, config: Config) => Promise<void>;

/** The actor in the audit log for commands. */
const COMMAND_LINE: Actor = { keyId: 'command-line', requestId: null };

/** The first key may be made before the first start of the service, so it may create the database. */
export function createKey({ name, scopes, expires, json }: NewKeyOptions): Promise<void> {
  return withKeys(async (service, config) => {
    const key = { name, scopes, expiresAt: expires ?? null };
    printIssued(await service.create(key, COMMAND_LINE), config, json);
  }, announceNewDatabase);
}

async function announceNewDatabase(config: Config): Promise<void> {
  if (await hasDatabase(config)) return;
  process.stderr.write(
    `The service has no database in ${config.dataDir} yet, so this creates one. If the service runs elsewhere, set ` +
      'its VIDEOCRAFT_DATA_DIR or DATABASE_URL.\n',
  );
}

export function listKeys({ json }: Output): Promise<void> {
  return withKeys(async (service) => printList((await service.list()).map(toKeyDto), json));
}

export function revokeKey(id: string, { json }: Output): Promise<void> {
  return withKeys(async (service) => {
    const key = toKeyDto(await service.revoke(id, COMMAND_LINE));
    print(json ? JSON.stringify(key) : `Revoked ${key.id} (${key.name})`);
  });
}

export function rotateKey(id: string, { json }: Output): Promise<void> {
  return withKeys(async (service, config) =>
    printIssued(await service.rotate(id, COMMAND_LINE), config, json),
  );
}

/** Sets limits of a key, and prints those that it has itself. */
export function limitKey(id: string, { json, ...changes }: KeyLimitOptions): Promise<void> {
  return withKeys(async (service) => {
    const { name, limits } = await service.limit(id, changes, COMMAND_LINE);
    const own = Object.entries(limits) as [KeyLimitName, number][];
    if (json) {
      const named = own.map(([limit, value]) => [limitField(limit), value] as const);
      return print(JSON.stringify({ id, name, limits: Object.fromEntries(named) }));
    }
    const options = own.map(([limit, value]) => `${limitFlag(limit)} ${value}`);
    print(
      `Key ${id} (${name}): ${options.length > 0 ? options.join(', ') : 'no limits of its own'}`,
    );
  });
}

/** Uses the database of the service. The service does not have to be running. */
async function withKeys(action: KeysAction, prepare = requireDatabase): Promise<void> {
  try {
    const config = commandConfig();
    await prepare(config);
    await withDataSource(config, [ApiKeyEntity], (dataSource) =>
      action(
        new ApiKeysService(config, new KeyStore(dataSource.getRepository(ApiKeyEntity))),
        config,
      ),
    );
  } catch (error) {
    printFailure(error instanceof ApiError ? new Error(error.details) : error);
  }
}

/** Prints only the key to stdout, for `KEY=$(videocraft keys create ...)`, and details to stderr. */
function printIssued({ key, entity }: IssuedKey, config: Config, asJson = false): void {
  const dto = toKeyDto(entity);
  if (asJson) {
    print(JSON.stringify(Object.assign(dto, { key })));
    return;
  }
  const until = dto.expires_at === null ? 'never expires' : `expires ${dto.expires_at}`;
  // In another folder, the command would use the database of another service.
  const database = config.databaseUrl
    ? 'the database of DATABASE_URL'
    : `the embedded Postgres in ${config.dataDir}`;
  process.stderr.write(
    `Key ${dto.id} (${dto.name}), ${dto.scopes.join(' ')}, ${until}, in ${database}. ` +
      'The key is shown only once:\n',
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
