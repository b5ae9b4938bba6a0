import { object, type ValuesOf } from '../core/fields/composites.js';
import { choice, integer, text } from '../core/fields/scalars.js';
import { MAIN_FILE } from '../core/job/output-file.js';

const HOUR_SECONDS = 3_600;

const linkFields = (mostSeconds: number) => ({
  file: text(200).default(MAIN_FILE).describe('The name of a file of the video.'),
  'expires-in': integer({ min: 1, max: mostSeconds, setting: 'VIDEOCRAFT_LINKS_MAX_SECONDS' })
    .default(Math.min(HOUR_SECONDS, mostSeconds))
    .describe('Seconds until the link expires, up to `VIDEOCRAFT_LINKS_MAX_SECONDS`.'),
  disposition: choice(['inline', 'attachment'])
    .default('inline')
    .describe('Whether browsers show the file or save it.'),
});

/** The body of `POST /videos/{id}/links`. @param mostSeconds the longest time that the operator permits */
export const linkRequest = (mostSeconds: number) => object(linkFields(mostSeconds));

export type LinkRequest = ValuesOf<ReturnType<typeof linkFields>>;

/** Example bodies for the API description. A test sends each of them. */
export const LINK_EXAMPLES = {
  hour: { summary: 'The video, for an hour', value: {} },
  save: {
    summary: 'The video, for a day, to save',
    value: { file: MAIN_FILE, expires_in: 86_400, disposition: 'attachment' },
  },
};
