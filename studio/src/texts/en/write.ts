import { count } from './app.js';

/** The texts of the editor, the forms, and what opens and saves a video. */
export const write = {
  editorLabel: 'Video config as JSON',
  /** Said by screen readers when the editor gets the focus. */
  editorHelp:
    'Tab indents. To leave the editor, press Escape, then Tab. Control and Space open suggestions.',
  editorHint: 'Esc, then Tab leaves the editor',
  format: 'Format',
  formatKeys: 'Shift+Alt+F',
  formatInvalid: 'Only valid JSON can be formatted. Fix the error first.',
  find: 'Find',
  open: 'Open a file',
  copy: 'Copy the JSON',
  copied: 'The JSON is copied.',
  copyFailed: 'The browser did not allow copying. Select the text, and copy it.',
  download: 'Download the JSON',
  tools: 'Text',
  dropHint: 'Drop the file to open it',
  /** Completion and hover texts. */
  or: ' or ',
  kinds: {
    string: 'text',
    number: 'number',
    integer: 'whole number',
    boolean: 'true or false',
    array: 'list',
    object: 'object',
    choice: 'one of a list',
    any: 'any value',
  },
  between: (noun: string, minimum: number, maximum: number) =>
    `${noun}, ${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}`,
  missing: (value: string) => `Default: ${value}`,
  required: 'required',
  values: (list: string, left: number) => (left > 0 ? `${list}, and ${left} more` : list),
  asset: (name: string) => `Your file ${name}`,
  ownColor: 'Used in this video',
  newElement: 'New part',
  sampleText: 'Hello',
  newScene: 'New scene',
  /** What is wrong. */
  problems: {
    heading: 'Problems',
    none: 'No problems',
    some: (number: number) => count(number, 'problem'),
    checking: 'Checking',
    line: (line: number) => `Line ${line}`,
    go: 'Go to this place',
    show: 'Show problems',
    severity: { error: 'Error', warning: 'Warning' },
    refused: (message: string) => `The service could not check the video. ${message}`,
  },
  /** The search panel. */
  search: {
    find: 'Find',
    replace: 'Replace',
    next: 'Next',
    previous: 'Previous',
    all: 'Select all',
    matchCase: 'Match case',
    regexp: 'Regular expression',
    byWord: 'Whole words',
    replaceOne: 'Replace',
    replaceAll: 'Replace all',
    close: 'Close',
  },
  opening: {
    title: 'Open a JSON file',
    about: 'Continue a video that you saved, or use a template.',
    tooLarge: (name: string) => `${name} is too large for a video config.`,
    empty: (name: string) => `${name} is empty.`,
    noVideo: (name: string) => `${name} is not a video config: it is not a JSON object.`,
    done: (name: string) => `${name} is open. Undo brings back the video of before.`,
  },
} as const;
