import { count } from './app.js';

/** The texts of files: uploads, the tray, and what drops on the page. */
export const files = {
  heading: 'Your files',
  choose: 'Upload files',
  hint: 'Drop pictures, sound, video, fonts, or caption files anywhere on the page, or paste them.',
  search: 'Search by name',
  kind: 'Kind',
  allKinds: 'All kinds',
  kinds: {
    image: 'Picture',
    video: 'Video',
    audio: 'Sound',
    font: 'Font',
    captions: 'Captions',
  },
  unknownKind: 'File',
  list: 'Files',
  more: 'Show more',
  none: 'No files yet',
  noneAbout: 'What you upload stays with your key, so that every video of yours can use it.',
  noMatch: 'No file matches',
  noMatchAbout: 'Only the files that are already in the list are searched.',
  searchMore: 'Search older files',
  needsScope: 'Your key may not see files. It needs the scope videos:read.',
  actionsOf: (name: string) => `Actions for ${name}`,
  add: 'Add',
  addOf: (name: string) => `Add ${name} to the video`,
  copy: 'Copy the address',
  copied: (src: string) => `Copied ${src}.`,
  copyFailed: (src: string) => `The browser does not allow copying. The address is ${src}.`,
  remove: 'Delete',
  removal: {
    heading: (name: string) => `Delete ${name}?`,
    about:
      'Videos that are made already stay as they are. A video that names this file can no longer be rendered.',
    used: 'The video that you are making names this file.',
    confirm: 'Delete the file',
    keep: 'Keep it',
    done: (name: string) => `Deleted ${name}.`,
  },
  drop: {
    title: 'Drop to upload',
    about: 'Pictures, sound, video, fonts, and caption files',
  },
  uploads: {
    heading: 'Uploads',
    waiting: 'Waiting',
    sending: (percent: number) => (percent === 0 ? 'Uploading' : `${Math.round(percent)}%`),
    checking: 'The service checks the file',
    done: 'Uploaded',
    progressOf: (name: string) => `Upload of ${name}`,
    cancelOf: (name: string) => `Cancel the upload of ${name}`,
    retryOf: (name: string) => `Upload ${name} again`,
    dismissOf: (name: string) => `Remove ${name} from the list`,
    retry: 'Try again',
    finished: (number: number) => `Uploaded ${count(number, 'file')}.`,
    seeFiles: 'Show the files',
    summary: (done: number, all: number) => `${done} of ${count(all, 'file')} uploaded`,
    failed: (number: number) => `${count(number, 'upload')} failed`,
  },
  failure: {
    tooLarge: 'The file is too large.',
    quota: 'Your key has no room for it.',
    tooMany: 'Too many requests. Wait a moment, and try again.',
    full: 'The disk of the service is full. An operator has to make room.',
    wrongType: 'The service cannot use this kind of file.',
    empty: 'The file is empty.',
    folder: 'This is a folder, or the file cannot be read.',
  },
  sound: {
    heading: (name: string) => `Add ${name}`,
    question: 'What is this sound?',
    speech: 'Speech',
    speechAbout: 'Somebody speaks. The scene becomes as long as the speech, and gets captions.',
    music: 'Music',
    musicAbout: 'Plays below the whole video, again and again, and softer while somebody speaks.',
    effect: 'A sound at the playhead',
    effectAbout: 'Plays once, from where you look.',
    script: 'What is said (optional)',
    scriptHelp: 'With the text, captions are spelled as you write them, and exact to the frame.',
    withCaptions: 'Show captions',
    add: 'Add the sound',
    cancel: 'Cancel',
  },
  added: {
    image: (name: string) => `Added ${name} to the scene.`,
    video: (name: string) => `Added ${name} to the scene.`,
    audio: (name: string) => `Added ${name}.`,
    font: (name: string) => `Captions now use ${name}.`,
    captions: (name: string) => `The captions now come from ${name}.`,
    undo: 'Undo',
    notJson: 'The text of the video is not valid JSON. Correct it first.',
    noCaptions: 'A font of your own is for captions, and this video has none yet.',
  },
  bytes: (bytes: number) => formatBytes(bytes),
} as const;

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 10 ? 0 : 1;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}
