import { absolutePath, integer, secondsAsMs } from './parsers.js';
import { optional, variable } from './variable.js';

/** The highest value of the limit on signed links: a year. */
export const LONGEST_LINK_SECONDS = 31_536_000;

/** The variables of webhooks, signed links, and the delivery of videos. */
export const DELIVERY_VARIABLES = {
  destinationsFile: optional(
    'VIDEOCRAFT_DESTINATIONS_FILE',
    absolutePath,
    'videos are only delivered to signed addresses',
    'JSON file that names the destinations of videos, with their credentials. It is read at the start ([delivery](delivery.md)).',
  ),
  webhookTimeoutMs: variable({
    name: 'VIDEOCRAFT_WEBHOOKS_TIMEOUT_SECONDS',
    parse: secondsAsMs(1, 60),
    fallback: 15_000,
    fallbackText: '15',
    doc: 'Maximum time of an attempt to send a webhook, in seconds, from the connection to the end of the answer.',
  }),
  linkMaxSeconds: variable({
    name: 'VIDEOCRAFT_LINKS_MAX_SECONDS',
    parse: integer(60, LONGEST_LINK_SECONDS),
    fallback: 604_800,
    fallbackText: '604800',
    doc: 'The longest time that a signed link to a file can be valid, in seconds.',
  }),
};
