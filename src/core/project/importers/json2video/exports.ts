import { isJsonObject } from '../../../util/json-object.js';
import { childPointer } from '../../../fields/json-pointer.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import { plainName } from './fields.js';
import { MovieMembers } from './movie-members.js';

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
const WITHIN = '"remote-path" is within the folder that the operator chose for the destination.';
const NO_MAIL = 'E-mail is not available. Nothing is sent. Use a webhook.';
const MOST_WEBHOOKS = 5;

/** What the exports become. */
interface Targets {
  readonly webhooks: OwnObject[];
  readonly destinations: OwnObject[];
  readonly report: Report;
}

/**
 * Translates `exports`: webhooks become `webhook`, and the connections of servers become `destinations`, whose
 * credentials the operator has. What sends nothing is noted. Credentials are refused, because a job would keep them.
 */
export function translateExports(given: Members, own: OwnObject, report: Report): void {
  const exports = given.get('exports');
  const at = given.at('exports');
  if (exports === undefined) return;
  const list: unknown[] = Array.isArray(exports) ? exports : [exports];
  const targets: Targets = { webhooks: [], destinations: [], report };
  for (const [index, item] of list.entries()) {
    const pointer = Array.isArray(exports) ? childPointer(at, index) : at;
    if (item === null) continue;
    if (isJsonObject(item)) translateExport(new MovieMembers(item, pointer), targets);
    else report.refuse(pointer, 'Expected an export to be an object.');
  }
  const { destinations } = targets;
  const webhooks = targets.webhooks.slice(0, MOST_WEBHOOKS);
  for (const { origin } of targets.webhooks.slice(MOST_WEBHOOKS))
    report.note(origin, `A video has up to ${MOST_WEBHOOKS} webhooks, so this one is left out.`);
  if (webhooks.length > 0) {
    report.note(at, OTHER_PAYLOAD);
    if (given.has('id')) report.note(at, NO_ID);
    own.setList('webhook', webhooks, at);
  }
  if (destinations.length > 0) own.setList('destinations', destinations, at);
}

function translateExport(given: Members, targets: Targets): void {
  const { report } = targets;
  const destinations = given.get('destinations') ?? [];
  const format = given.get('format');
  const names = ['format', 'quality', 'resolution'].filter((name) => given.has(name));
  for (const name of names) given.get(name);
  if (format !== undefined && format !== 'mp4')
    report.note(given.at('format'), 'Videos are MP4 files. See "outputs" for other files.');
  else if (names.length > 0) report.note(given.pointer, OWN_QUALITY);
  noteOthers(given, report);
  const at = given.at('destinations');
  const list: unknown[] = Array.isArray(destinations) ? destinations : [destinations];
  for (const [index, destination] of list.entries()) {
    const pointer = Array.isArray(destinations) ? childPointer(at, index) : at;
    if (isJsonObject(destination))
      translateDestination(new MovieMembers(destination, pointer), targets);
    else report.refuse(pointer, 'Expected a destination to be an object.');
  }
}

function translateDestination(given: Members, { webhooks, destinations, report }: Targets): void {
  const type = plainName(given.get('type') ?? '');
  if (type === 'webhook') return translateWebhook(given, webhooks, report);
  if (type === 'email') return report.note(given.pointer, NO_MAIL);
  const secret = SECRETS.find((name) => given.has(name));
  if (secret !== undefined) return report.refuse(given.at(secret), NO_CREDENTIALS);
  const id = given.get('id');
  if (typeof id !== 'string') return report.refuse(given.pointer, NO_CREDENTIALS);
  const folder = given.get('remote-path');
  const file = given.get('file');
  if (folder !== undefined) report.note(given.at('remote-path'), WITHIN);
  noteOthers(given, report);
  const at = given.at(file === undefined ? 'remote-path' : 'file');
  destinations.push(
    new OwnObject(given.pointer)
      .set('name', id, given.at('id'))
      .set('path', pathOf(folder, file) ?? undefined, at),
  );
}

function translateWebhook(given: Members, webhooks: OwnObject[], report: Report): void {
  const endpoint = given.get('endpoint');
  const at = given.at('endpoint');
  if ((given.get('content-type') ?? 'json') !== 'json')
    report.note(given.at('content-type'), 'Webhooks are sent as JSON only.');
  noteOthers(given, report);
  if (isAddress(endpoint)) webhooks.push(new OwnObject(given.pointer).set('url', endpoint, at));
  else report.note(at, 'The endpoint is no address, so the webhook is left out.');
}

/** Whether a text is meant as an address. The check of the config says what is wrong with it. */
function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^\s*https?:/i.test(value);
}

function noteOthers(given: Members, report: Report): void {
  for (const name of given.unreadNames())
    report.note(given.at(name), `Unknown field "${name}", which is left out.`);
}

/** The path of a file in a folder; null: the default. */
function pathOf(folder: unknown, file: unknown): string | null {
  if (typeof folder !== 'string' && typeof file !== 'string') return null;
  const within = (typeof folder === 'string' ? folder : '').replace(/^(\.?\/)+|^\.$|\/+$/g, '');
  const name = typeof file === 'string' ? file : '{filename}';
  const path = within === '' ? name : `${within}/${name}`;
  return Object.entries(MACROS).reduce((text, [macro, own]) => text.replaceAll(macro, own), path);
}
