import { list, object } from '../core/fields/composites.js';
import { anyJson } from '../core/fields/scalars.js';
import { ApiError } from '../http/errors/api-error.js';
import { readBody, templateFields, variablesField } from '../submissions/video-request.js';

const MAX_ITEMS = 500;

const item = object({
  variables: variablesField.describe('Values for the variables of this video.'),
  'client-data': anyJson().describe('Any JSON, kept with its job.'),
});

const batchRequest = object({
  template: templateFields.template.orNull(),
  'template-revision': templateFields['template-revision'],
  config: anyJson().describe('A video config with expressions, instead of a template.'),
  items: list(item, { min: 1, max: MAX_ITEMS }).required().describe('One for each video.'),
});

/** The shape of a request for a batch, for the API description. */
export const BATCH_REQUEST_SCHEMA = batchRequest.schema;

/** Bodies as the API description shows them; a test sends each of them. */
export const BATCH_EXAMPLES = {
  config: {
    summary: 'Two videos of a config that comes with the request',
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

/** @throws ApiError VALIDATION_ERROR with everything that is wrong */
export function readBatchRequest(body: unknown) {
  const request = readBody(batchRequest, body);
  if ((request.template === null) === (request.config === null)) {
    const message = 'Give "template" or "config", the one or the other.';
    throw ApiError.validation([{ pointer: '', message }]);
  }
  return request;
}
