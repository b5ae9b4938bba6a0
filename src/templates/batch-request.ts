import { list, object } from '../core/fields/composites.js';
import type { Schema } from '../core/fields/schema.js';
import { anyJson } from '../core/fields/scalars.js';
import { endpoint } from '../core/project/fields/delivery.js';
import { priority } from '../core/project/fields/priority.js';
import {
  componentRef,
  CONFIG_COMPONENT,
  TEMPLATE_COMPONENT,
} from '../core/project/schema/openapi-schemas.js';
import {
  MODIFICATIONS,
  modificationsField,
  templateFields,
  variablesField,
} from '../submissions/video-request.js';

const MAX_ITEMS = 500;

const item = object({
  variables: variablesField.describe('Values for the variables of this video.'),
  modifications: modificationsField.describe(MODIFICATIONS),
  'client-data': anyJson().describe('Any JSON to store with the job.'),
  priority: priority.orNull().describe('Replaces the priority of the batch.'),
});

const batchWebhook = object({ url: endpoint.required().describe('The address.') })
  .map(({ url }) => [{ url, events: ['batch.completed'] }])
  .defaultFrom(() => []);

/** The body of `POST /videos/batch`. */
export const batchRequest = object({
  template: templateFields.template.orNull(),
  'template-revision': templateFields['template-revision'],
  config: anyJson().describe('A video config with expressions, instead of a template.'),
  priority: priority
    .orNull()
    .describe('Jobs with a higher priority start first. The default is the value in the config.'),
  webhook: batchWebhook.describe(
    'Address that is told when all jobs of the batch have ended (event `batch.completed`). The webhooks of the jobs are those of the config.',
  ),
  items: list(item, { min: 1, max: MAX_ITEMS }).required().describe('One item for each video.'),
}).map((request, place) => {
  const hasOne = (request.template === null) !== (request.config === null);
  // With other issues, a field may be null because it is invalid.
  if (!hasOne && place.issues.count === 0) {
    place.issues.add(place.pointer, 'Send either "template" or "config".');
  }
  return request;
});

const CONFIG_OR_TEMPLATE = {
  anyOf: [componentRef(CONFIG_COMPONENT), componentRef(TEMPLATE_COMPONENT)],
  description: 'A video config with expressions, instead of a template.',
};

/** The schema of the body for the API description, with that of the config. */
export const BATCH_SCHEMA = {
  ...batchRequest.schema,
  properties: { ...(batchRequest.schema['properties'] as Schema), config: CONFIG_OR_TEMPLATE },
};

export type BatchRequest = ReturnType<typeof batchRequest.read>;
export type BatchItem = BatchRequest['items'][number];

/** Example bodies for the API description. A test sends each of them. */
export const BATCH_EXAMPLES = {
  config: {
    summary: 'Two videos from a config in the request',
    value: {
      config: {
        variables: { color: '#204060' },
        scenes: [{ duration: '{{ seconds }}', 'background-color': '{{ color }}' }],
      },
      items: [
        { variables: { seconds: 2 }, 'client-data': { row: 1 } },
        { variables: { seconds: 3, color: '#602040' } },
      ],
    },
  },
};
