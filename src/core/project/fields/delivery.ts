import { list, object } from '../../fields/composites.js';
import { Field, REFUSED } from '../../fields/field.js';
import { formatValue } from '../../fields/issues.js';
import { anyOf, choice, pattern, text } from '../../fields/scalars.js';
import { DELIVERY_PATH, pathProblem } from '../../job/delivery-path.js';
import { FILE_NAME, FILE_NAME_WORDS } from '../../job/file-names.js';
import { JOB_WEBHOOK_EVENTS, type JobWebhookEvent } from '../../job/webhook-events.js';
import type { Destination, Webhook } from '../types/delivery.js';

const MAX_URL_LENGTH = 2_048;
const MAX_WEBHOOKS = 5;
const MAX_DESTINATIONS = 10;
const ADDRESS = '^[hH][tT][tT][pP][sS]?:\\/\\/[^\\/?#\\s@\\\\]+([\\/?#]\\P{Cc}*)?$';
const isAddress = new RegExp(ADDRESS, 'u');
const DEFAULT_PATH = '{filename}';

/** The address of a receiver. Unlike that of a source, it is never a path or a share link. */
export const endpoint: Field<string> = new Field<string>({
  schema: { type: 'string', maxLength: MAX_URL_LENGTH, pattern: ADDRESS },
  expected: `an http or https address without a user name, with at most ${MAX_URL_LENGTH} characters`,
  tryRead: (value) => {
    if (typeof value !== 'string' || value.length > MAX_URL_LENGTH) return REFUSED;
    return isAddress.test(value) && URL.canParse(value) ? new URL(value).href : REFUSED;
  },
  fallback: () => '',
});

/** A list of different events, in the order of `known`. */
export function events<const T extends string>(known: readonly T[]): Field<T[]> {
  return list(choice(known), { min: 1, max: known.length })
    .map((given) => known.filter((event) => given.includes(event)))
    .defaultFrom(() => [...known]);
}

const webhookObject = object(
  {
    url: endpoint.required().describe('The address that gets a POST request for each event.'),
    events: events<JobWebhookEvent>(JOB_WEBHOOK_EVENTS).describe(
      'The events that it gets. The default is all.',
    ),
  },
  { title: 'webhook' },
);

/** One webhook, or a list of them. */
export const webhooks: Field<readonly Webhook[]> = anyOf<readonly Webhook[], readonly Webhook[]>(
  list(webhookObject, { min: 0, max: MAX_WEBHOOKS }),
  webhookObject.map((webhook) => [webhook]),
);

const path = new Field<string>({
  schema: { type: 'string', maxLength: 500, pattern: DELIVERY_PATH },
  expected: 'a path with at most 500 characters',
  tryRead: (value, { pointer, issues }) => {
    if (typeof value !== 'string') return REFUSED;
    const problem = pathProblem(value);
    if (problem !== null) issues.add(pointer, `${problem} Got ${formatValue(value)}.`);
    return value;
  },
  fallback: () => DEFAULT_PATH,
});

const destinationObject = object(
  {
    name: text(100).orNull().describe('The name that the operator gave the destination.'),
    url: endpoint
      .orNull()
      .describe('An address that was signed for one upload (HTTP PUT), instead of `name`.'),
    path: path
      .orNull()
      .describe(
        'Path within the destination. `{job_id}`, `{filename}`, `{date}`, `{year}`, `{month}`, `{day}`, `{hour}`, `{minute}`, and `{second}` are filled in. The default is `{filename}`.',
      ),
    files: choice(['video', 'all'])
      .default('video')
      .describe('`all` also delivers previews, posters, and caption files.'),
  },
  { title: 'destination' },
).map<Destination>(({ name, url, path: given, files }, { pointer, issues }) => {
  const add = (message: string) => issues.add(pointer, message);
  if ((name === null) === (url === null)) add('Set either "name" or "url".');
  else if (url !== null && given !== null)
    add('Set either "name" or "url": an address has no "path".');
  else if (url !== null && files === 'all')
    add('Set either "name" or "url": an address takes one file. Remove "files".');
  else if (files === 'all' && !(given ?? DEFAULT_PATH).includes('{filename}')) {
    add('With several files, the "path" must contain {filename}.');
  }
  const at = `${pointer}/${name === null ? 'url' : 'name'}`;
  return { name, url, path: given ?? DEFAULT_PATH, files, pointer: at };
});

/** Where the finished video is delivered. */
export const destinations: Field<readonly Destination[]> = list(destinationObject, {
  min: 0,
  max: MAX_DESTINATIONS,
});

/** The name for saving the video. */
export const filename: Field<string | null> = pattern(FILE_NAME, FILE_NAME_WORDS).orNull();
