import { isJsonObject } from '../../../util/json-object.js';
import { drop, refuse, type Rule, type RuleOutcome, replaceWith } from './rules.js';

type Members = Readonly<Record<string, unknown>>;

/** Macros of paths, and the placeholders that stand for the same. */
const MACROS: Readonly<Record<string, string>> = {
  __yyyy__: '{year}',
  __mm__: '{month}',
  __dd__: '{day}',
  __hh__: '{hour}',
  __nn__: '{minute}',
  __ss__: '{second}',
  __random__: '{job_id}',
};

const SECRETS = ['host', 'port', 'username', 'password', 'private-key', 'key', 'secret', 'region']
  .concat([
    'bucket',
    'access-key',
    'access-key-id',
    'secret-key',
    'secret-access-key',
    'connection',
  ])
  .concat(['passphrase', 'user', 'endpoint', 'secure', 'ssl']);

const NO_CREDENTIALS =
  'Servers and credentials do not belong in a video config. Ask the operator to add the server to VIDEOCRAFT_DESTINATIONS_FILE, and write "destinations": [{ "name": "..." }].';
const OTHER_PAYLOAD =
  'The webhook gets the events of this service as JSON, signed by Standard Webhooks (docs/webhooks.md), not the payload of JSON2Video.';
const OWN_QUALITY =
  '"format", "quality", and "resolution" of an export are ignored. The video has those of the config.';
const NO_ID = 'Webhooks do not contain "id". Use "client-data", which they return.';
const WITHIN =
  '"remote-path" is within the folder that the operator chose for the destination.';

/** The parts of our config that one export becomes. */
interface Translated {
  readonly webhooks: Members[];
  readonly destinations: Members[];
  readonly notes: Set<string>;
  /** Where the parts come from. */
  readonly origins: Map<string, string>;
}

/**
 * Translates `exports`: webhooks become `webhook`, and the connections of servers become `destinations`, whose
 * credentials the operator has.
 */
export const exportsRule: Rule = (value, whole) => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return drop;
  if (!Array.isArray(value)) return refuse('Expected "exports" to be a list.');
  const into: Translated = { webhooks: [], destinations: [], notes: new Set(), origins: new Map() };
  for (const [index, item] of value.entries()) {
    const problem = translateExport(item, `/${index}`, into);
    if (problem !== null) return problem;
  }
  if (into.webhooks.length > 0) into.notes.add(OTHER_PAYLOAD);
  if (into.webhooks.length > 0 && whole['id'] !== undefined) into.notes.add(NO_ID);
  return {
    ...replaceWith({
      ...(into.webhooks.length > 0 ? { webhook: into.webhooks } : {}),
      ...(into.destinations.length > 0 ? { destinations: into.destinations } : {}),
    }),
    notes: [...into.notes],
    origins: Object.fromEntries(into.origins),
  };
};

/** @returns the problem of the export, or null */
function translateExport(item: unknown, at: string, into: Translated): RuleOutcome | null {
  if (!isJsonObject(item)) return refuse('Expected an export to be an object.', at);
  const { destinations = [], ...rest } = item;
  const other = Object.keys(rest).find(
    (name) => !['format', 'quality', 'resolution'].includes(name),
  );
  if (other !== undefined) return refuse('This field is not available.', `${at}/${other}`);
  if (rest['format'] !== undefined && rest['format'] !== 'mp4') {
    return refuse('Videos are MP4 files. See "outputs" for other files.', `${at}/format`);
  }
  if (Object.keys(rest).length > 0) into.notes.add(OWN_QUALITY);
  const list = `${at}/destinations`;
  if (!Array.isArray(destinations)) return refuse('Expected a list of destinations.', list);
  for (const [index, destination] of destinations.entries()) {
    const problem = translateDestination(destination, `${list}/${index}`, into);
    if (problem !== null) return problem;
  }
  return null;
}

function translateDestination(value: unknown, at: string, into: Translated): RuleOutcome | null {
  if (!isJsonObject(value)) return refuse('Expected a destination to be an object.', at);
  const given = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.replaceAll('_', '-'), member]),
  );
  if (given['type'] === 'webhook') return translateWebhook(given, at, into);
  if (given['type'] === 'email') return refuse('E-mail is not available. Use a webhook.', at);
  const secret = SECRETS.find((name) => given[name] !== undefined);
  if (secret !== undefined) return refuse(NO_CREDENTIALS, `${at}/${secret}`);
  const { id, type: _, file, 'remote-path': folder, ...others } = given;
  const other = Object.keys(others)[0];
  if (other !== undefined) return refuse('This field is not available.', `${at}/${other}`);
  if (typeof id !== 'string') return refuse(NO_CREDENTIALS, at);
  if (folder !== undefined) into.notes.add(WITHIN);
  const path = pathOf(folder, file);
  const count = into.destinations.push({ name: id, ...(path === null ? {} : { path }) });
  const own = `/destinations/${count - 1}`;
  into.origins.set(own, at).set(`${own}/name`, `${at}/id`);
  into.origins.set(`${own}/path`, `${at}/${file === undefined ? 'remote-path' : 'file'}`);
  return null;
}

function translateWebhook(given: Members, at: string, into: Translated): RuleOutcome | null {
  const { type: _, endpoint, 'content-type': contentType = 'json', ...others } = given;
  if (contentType !== 'json') {
    return refuse('Webhooks are sent as JSON only. Remove "content-type".', `${at}/content-type`);
  }
  const other = Object.keys(others)[0];
  if (other !== undefined) return refuse('This field is not available.', `${at}/${other}`);
  const own = `/webhook/${into.webhooks.push({ url: endpoint }) - 1}`;
  into.origins.set(own, at).set(`${own}/url`, `${at}/endpoint`);
  return null;
}

/** The path of a file in a folder; null: the default. */
function pathOf(folder: unknown, file: unknown): string | null {
  if (typeof folder !== 'string' && typeof file !== 'string') return null;
  const within = (typeof folder === 'string' ? folder : '').replace(/^(\.?\/)+|^\.$|\/+$/g, '');
  const name = typeof file === 'string' ? file : '{filename}';
  const path = within === '' ? name : `${within}/${name}`;
  return Object.entries(MACROS).reduce((text, [macro, own]) => text.replaceAll(macro, own), path);
}
