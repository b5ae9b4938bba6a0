import { count } from './app.js';

/** The texts of the ways to begin a video. */
export const start = {
  fromScript: {
    title: 'New from a script',
    about: 'Paste what is said. Pictures, speech, and music are optional.',
  },
  fromFiles: {
    title: 'New from files',
    about: 'Drop pictures, video, and sound. They become scenes with captions.',
  },
  clear: 'Start over',
  script: {
    label: 'Script',
    placeholder: 'Paste or write what is said, sentence by sentence.',
    help: 'It becomes the captions. Each sentence can get a scene. Without a speech file, the words appear at an estimated reading pace, which you can change later.',
    helpWithSpeech:
      'The captions show it as you write it, at the times at which the speech says it.',
    pace: 'Reading pace',
    paces: { '0.85': 'Calm', '1': 'Normal', '1.2': 'Fast' },
  },
  files: {
    heading: 'Pictures, video, and sound',
    list: 'Files of the video, in its order',
    about:
      'Drop files anywhere on this page, paste them, or choose them. They are shown in this order.',
    choose: 'Choose files',
    useOf: (name: string) => `What ${name} is for`,
    uses: {
      picture: 'Scene',
      speech: 'Speech',
      music: 'Music',
      captions: 'Captions',
      font: 'Font',
      none: 'Not used',
    },
    earlier: (name: string) => `Move ${name} up`,
    later: (name: string) => `Move ${name} down`,
    remove: (name: string) => `Remove ${name}`,
  },
  format: {
    label: 'Format',
    names: { portrait: '9:16', square: '1:1', landscape: '16:9' },
    about: { portrait: 'Phones', square: 'Feeds', landscape: 'Screens' },
  },
  look: {
    label: 'Look',
    sample: 'Your words look like this',
    names: { clear: 'Clear', bold: 'Bold', karaoke: 'Karaoke', calm: 'Calm', marker: 'Marker' },
  },
  make: {
    submit: 'Make the video',
    cancel: 'Cancel',
    empty: 'Write a script, or add a file, to begin.',
    byPace: (seconds: number, scenes: number) =>
      `About ${duration(seconds)} in ${count(scenes, 'scene')}. The times of the words are estimated.`,
    bySpeech:
      'The video is as long as the speech. The service listens to it, and writes the captions.',
    byScriptAndSpeech: 'The video is as long as the speech. Scenes change where sentences begin.',
    byCaptions: 'The words and times are those of the caption file.',
    byPictures: 'Pictures show for 4 seconds each, and videos play to their end.',
    steps: {
      uploading: 'Waiting for the uploads',
      listening: 'Finding the words in the speech',
    },
    unusedPictures: (number: number) =>
      `The speech is too short for ${number === 1 ? 'one of your pictures' : `${number} of your pictures`}. Add what is missing in Files.`,
    uploadsFailed: 'Some files could not be uploaded. Try them again, or remove them.',
    noWords: 'This service cannot write down speech.',
    noWordsAbout: 'Paste what is said as the script, and make the video again.',
    withoutCaptions: 'Make it without captions',
  },
  replace: {
    heading: 'Replace your video?',
    about:
      'You have changed the video in the workbench. Undo in the workbench brings it back for as long as this page is open.',
    keep: 'Keep my video',
    confirm: 'Replace it',
  },
} as const;

function duration(seconds: number): string {
  if (seconds < 60) return count(seconds, 'second');
  const rest = seconds % 60;
  const minutes = count(Math.floor(seconds / 60), 'minute');
  return rest === 0 ? minutes : `${minutes} and ${count(rest, 'second')}`;
}
