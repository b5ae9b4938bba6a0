import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import { quoted } from './fields.js';

const OTHER_PAYLOAD =
  'The callback gets the events of this service as JSON, signed by Standard Webhooks (docs/webhooks.md), not the payload of Shotstack.';

/** The callback becomes a webhook. */
export function translateCallback(given: Members, own: OwnObject, report: Report): void {
  const url = given.get('callback');
  const at = given.at('callback');
  if (url === undefined || url === '') return;
  if (typeof url !== 'string' || !/^\s*https?:/i.test(url)) {
    report.note(at, 'The callback is no address, so it is left out.');
    return;
  }
  report.note(at, OTHER_PAYLOAD);
  own.setList('webhook', [new OwnObject(at).set('url', url, at)], at);
}

/** Destinations have credentials on the servers of Shotstack, so nothing is sent to them. */
export function noteDestinations(output: Members, report: Report): void {
  const list = output.get('destinations');
  if (list === undefined) return;
  const at = output.at('destinations');
  for (const [index, item] of (Array.isArray(list) ? list : [list]).entries()) {
    const place = Array.isArray(list) ? childPointer(at, index) : at;
    const provider = isJsonObject(item) ? item['provider'] : item;
    // The files of a video are kept by this service itself.
    if (asWritten(provider ?? '').toLowerCase() === 'shotstack') continue;
    report.note(
      place,
      `Nothing is sent to ${quoted(provider ?? 'unknown')}. Ask the operator for a destination, and write "destinations": [{ "name": "..." }] beside "timeline".`,
    );
  }
}
