import { object, type ValuesOf } from '../core/fields/composites.js';
import { choice, integer, text } from '../core/fields/scalars.js';
import { MAIN_FILE } from '../core/job/output-file.js';

const linkFields = {
  file: text(200).default(MAIN_FILE).describe('The name of a file of the video.'),
  'expires-in': integer({ min: 1, max: 31_536_000 })
    .default(3_600)
    .describe('Seconds until the link expires, up to `VIDEOCRAFT_LINKS_MAX_SECONDS`.'),
  disposition: choice(['inline', 'attachment'])
    .default('inline')
    .describe('Whether browsers show the file or save it.'),
};

/** The body of `POST /videos/{id}/links`. */
export const linkRequest = object(linkFields);

export type LinkRequest = ValuesOf<typeof linkFields>;

/** Example bodies for the API description. A test sends each of them. */
export const LINK_EXAMPLES = {
  hour: { summary: 'The video, for an hour', value: {} },
  save: {
    summary: 'The video, for a day, to save',
    value: { file: MAIN_FILE, expires_in: 86_400, disposition: 'attachment' },
  },
};
