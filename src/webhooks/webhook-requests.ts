import { object, type ValuesOf } from '../core/fields/composites.js';
import { integer } from '../core/fields/scalars.js';
import { WEBHOOK_EVENTS } from '../core/job/webhook-events.js';
import { endpoint, events } from '../core/project/fields/delivery.js';

const DAY = 86_400;

/** The body of `PUT /webhooks`. */
export const webhookRequest = object({
  url: endpoint.required().describe('The address that gets a POST request for each event.'),
  events: events(WEBHOOK_EVENTS).describe('The events that it gets. The default is all.'),
});

const secretFields = {
  'overlap-seconds': integer({ min: 0, max: 7 * DAY })
    .default(DAY)
    .describe('How long the secret before also signs. The default is a day.'),
};

/** The body of `POST /webhooks/secret`. */
export const secretRequest = object(secretFields);

export type SecretRequest = ValuesOf<typeof secretFields>;

/** The body of `POST /webhooks/ping`. */
export const pingRequest = object({
  url: endpoint.orNull().describe('The address to test. The default is the webhook of the key.'),
});

export type WebhookRequest = ReturnType<typeof webhookRequest.read>;

/** Example bodies for the API description. A test sends each of them. */
export const WEBHOOK_EXAMPLES = {
  all: { summary: 'All events', value: { url: 'https://hooks.example.com/videocraft' } },
  some: {
    summary: 'Only what went wrong',
    value: {
      url: 'https://hooks.example.com/videocraft',
      events: ['job.failed', 'delivery.failed'],
    },
  },
};
