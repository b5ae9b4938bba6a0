import { object } from '../core/fields/composites.js';
import { pattern, text } from '../core/fields/scalars.js';

/** The JSON body of `POST /assets`. */
export const assetRequest = object({
  url: pattern('^\\s*[hH][tT][tT][pP][sS]?:\\/\\/\\S', 'an http or https address')
    .required()
    .describe('Address of the file. The service fetches it now, once.'),
  name: text(1_000)
    .orNull()
    .describe('Name of the file. The default is the last part of the address.'),
});

export type AssetRequest = ReturnType<typeof assetRequest.read>;

/** The bodies of `POST /assets` for the API description. */
export const ASSET_BODIES = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file'],
        properties: {
          file: { type: 'string' as const, format: 'binary', description: 'The file.' },
          name: {
            type: 'string' as const,
            description: 'Name of the file. The default is the file name of the part.',
            example: 'intro.mp4',
          },
        },
      },
    },
    'application/json': {
      schema: {
        ...assetRequest.schema,
        example: { url: 'https://example.com/media/intro.mp4', name: 'intro.mp4' },
      },
    },
  },
};
