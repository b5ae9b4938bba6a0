/** The texts of the shell: the bar at the top, the key, the home screen, and what can fail anywhere. */
export const app = {
  /** The language, as a tag of BCP 47, and where its lines begin. */
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  name: 'VideoCraft',
  title: (page: string) => `${page} - VideoCraft`,
  skip: 'Skip to the content',
  navigation: 'Main',
  home: 'Home',
  create: 'Create',
  jobs: 'Jobs',
  operate: 'Operate',
  documentation: 'Documentation',
  signOut: 'Sign out',
  menu: 'Settings',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  loading: 'Loading',
  starting: 'Connecting to the service',
  key: {
    heading: 'Enter an API key',
    about: 'The studio uses the API of this service. The key stays in this tab.',
    label: 'API key',
    help: 'An operator creates keys. The first one is in the file secrets/admin-api-key of the data folder.',
    submit: 'Continue',
    checking: 'Checking',
    empty: 'Enter a key.',
    malformed: 'A key consists of letters, digits, and punctuation, without spaces.',
    wrong: 'The service does not accept this key. Check that it is complete.',
    ended:
      'The service no longer accepts your key: it was revoked, was replaced, or has expired. Enter another one. Your video is kept in this browser.',
    tooMany: (seconds: number) =>
      `Too many wrong keys came from your address. Try again in ${count(seconds, 'second')}.`,
  },
  connection: {
    gone: 'The service cannot be reached. The studio tries again every few seconds.',
    offline: 'You are offline. Your video is kept in this browser.',
    back: 'The service is back.',
  },
  notFound: {
    heading: 'This page does not exist',
    about: 'The address may be from another version of the studio.',
    home: 'Go to the home screen',
  },
  outdated: {
    heading: 'This part of the studio could not be loaded',
    about:
      'The service may have been updated, or the connection broke. Your video is kept in this browser.',
    reload: 'Load the page again',
  },
  crashed: {
    heading: 'Something went wrong in the studio',
    about: 'Your video is kept in this browser.',
    again: 'Try again',
  },
} as const;

/** A number with its noun. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
