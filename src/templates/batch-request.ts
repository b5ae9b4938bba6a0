import { list, object } from '../core/fields/composites.js';
import { anyJson } from '../core/fields/scalars.js';
import { templateFields, variablesField } from '../submissions/video-request.js';

const MAX_ITEMS = 500;

const item = object({
  variables: variablesField.describe('Values for the variables of this video.'),
  'client-data': anyJson().describe('Any JSON to store with the job.'),
});

/** The body of `POST /videos/batch`. */
export const batchRequest = object({
  template: templateFields.template.orNull(),
  'template-revision': templateFields['template-revision'],
  config: anyJson().describe('A video config with expressions, instead of a template.'),
  items: list(item, { min: 1, max: MAX_ITEMS }).required().describe('One item for each video.'),
}).map((request, place) => {
  const hasOne = (request.template === null) !== (request.config === null);
  // With other issues, a field may be null because it is invalid.
  if (!hasOne && place.issues.count === 0) {
    place.issues.add(place.pointer, 'Send either "template" or "config".');
  }
  return request;
});

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
