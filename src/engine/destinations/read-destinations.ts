import { list, object, record, variants } from '../../core/fields/composites.js';
import { boolean, choice, integer, pattern, text } from '../../core/fields/scalars.js';
import { type OperatorFile, parseOperatorFile, plainUrl } from '../files/operator-file.js';
import type { NamedDestination } from './types.js';

const NAME = '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$';
const TIMEOUT_MS = 60_000;

const host = pattern('^[A-Za-z0-9.:_-]{1,255}$', 'a host name or an IP address');
const port = integer({ min: 1, max: 65_535 }).orNull();
const credential = text(10_000);
const folder = pattern('^[^\\\\]{0,500}$', 'a folder').default('').map(trimFolder);

const common = {
  name: pattern(NAME, 'a name of letters, digits, dots, hyphens, and underscores').required(),
  keys: list(pattern('^(\\*|[A-Za-z0-9_-]{1,64})$', 'the ID of a key, or "*" for all keys'), {
    min: 1,
    max: 1000,
  }).required(),
};

const s3 = object({
  ...common,
  type: choice(['s3']).required(),
  bucket: pattern('^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$', 'the name of a bucket').required(),
  endpoint: plainUrl.orNull(),
  region: text(100).default('us-east-1'),
  'access-key-id': credential.required(),
  'secret-access-key': credential.required(),
  'session-token': credential.orNull(),
  'path-style': boolean().default(true),
  folder,
}).map(({ name, keys, type, bucket, endpoint, region, folder: within, ...rest }) => ({
  ...{ name, keys, type, folder: within },
  settings: {
    ...{ endpoint, publicEndpoint: null, region, bucket, prefix: '' },
    pathStyle: rest['path-style'],
    timeoutMs: TIMEOUT_MS,
    credentials: {
      accessKeyId: rest['access-key-id'],
      secretAccessKey: rest['secret-access-key'],
      ...(rest['session-token'] === null ? {} : { sessionToken: rest['session-token'] }),
    },
  },
}));

const ftp = object({
  ...common,
  type: choice(['ftp']).required(),
  host: host.required(),
  port,
  username: credential.required(),
  password: credential.required(),
  security: choice(['explicit', 'implicit', 'none']).default('explicit'),
  ca: credential.orNull(),
  folder,
});

const sftp = object({
  ...common,
  type: choice(['sftp']).required(),
  host: host.required(),
  port,
  username: credential.required(),
  password: credential.orNull(),
  'private-key': credential.orNull(),
  'host-key': pattern(
    '^SHA256:[A-Za-z0-9+/]{43}=?$',
    'the fingerprint of the key of the server, as ssh-keygen -l prints it: SHA256:...',
  ).required(),
  folder,
}).map(({ 'private-key': privateKey, 'host-key': hostKey, ...rest }, { pointer, issues }) => {
  if ((rest.password === null) === (privateKey === null)) {
    issues.add(pointer, 'Set either "password" or "private-key".');
  }
  return { ...rest, privateKey, hostKey: hostKey.replace(/=$/, '') };
});

const webdav = object({
  ...common,
  type: choice(['webdav']).required(),
  url: plainUrl.required(),
  username: credential.orNull(),
  password: credential.orNull(),
});

const http = object({
  ...common,
  type: choice(['http']).required(),
  url: plainUrl.required(),
  headers: record(pattern('^[\\x20-\\x7e]{0,4096}$', 'printable ASCII'), {
    max: 20,
    names: '^[A-Za-z0-9-]{1,100}$',
  }),
});

const file = object({
  destinations: list(variants({ s3, ftp, sftp, webdav, http }), { min: 0, max: 1000 }).required(),
});

/** Removes slashes at the ends, and parts that lead nowhere else. */
function trimFolder(value: string): string {
  const parts = value.split('/').filter((part) => part !== '' && part !== '.');
  return (value.startsWith('/') ? '/' : '') + parts.join('/');
}

/** Reads the text of a destinations file. */
export function readDestinations(content: string): OperatorFile<readonly NamedDestination[]> {
  return parseOperatorFile(content, file, (read, issues) => {
    const destinations = read.destinations.filter((one) => one !== null);
    const seen = new Set<string>();
    for (const [index, { name }] of destinations.entries()) {
      if (seen.has(name)) {
        issues.add(`/destinations/${index}/name`, 'Another destination has this name.');
      }
      seen.add(name);
    }
    return destinations;
  });
}
