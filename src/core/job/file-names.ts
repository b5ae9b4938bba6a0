import { MAIN_FILE } from './output-file.js';

/**
 * What no name can contain, for the inside of brackets: control and format characters, halves of surrogate pairs,
 * backslashes, and what Windows does not allow. A colon would be worse than an error there: a part of the name would
 * be that of a hidden stream of another file.
 */
export const UNSAFE_LETTERS = '\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\\\\:*?"<>|';
const LETTER = `${UNSAFE_LETTERS}\\/`;
const END = `[^${LETTER}\\s.]`;

/** The name of a video, for a schema: 1 to 150 characters, without a dot or a space at its ends. */
export const FILE_NAME = `^${END}([^${LETTER}]{0,148}${END})?$`;

/** What {@link FILE_NAME} accepts, for messages. */
export const FILE_NAME_WORDS =
  'a file name with 1 to 150 characters, without slashes, control characters, any of : * ? " < > |, and dots or spaces at its ends';

/**
 * The name for saving a file of a video: `Harbor.mp4` for the video, and `Harbor-poster.jpg` for another file.
 *
 * @param filename that of the config, with or without `.mp4`, or null
 */
export function savedName(filename: string | null, jobId: string, file: string): string {
  const stem = filename === null ? jobId : filename.replace(/\.mp4$/i, '');
  return file === MAIN_FILE ? `${stem}.mp4` : `${stem}-${file}`;
}
