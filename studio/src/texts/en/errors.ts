import { count } from './app.js';

/** What the studio says of failed requests. The details are those of the service. */
export const errors = {
  heading: 'That did not work',
  unreachable: 'The service cannot be reached.',
  timeout: 'The service did not answer in time.',
  scope: 'Your key may not do this.',
  tooMany: (seconds: number | null) =>
    seconds === null
      ? 'There were too many requests. Try again later.'
      : `There were too many requests. Try again in ${count(seconds, 'second')}.`,
  storage: 'The disk of the service is full. An operator has to make room.',
  unexpected: 'The service answered in an unexpected way.',
  request: (id: string) => `Request ${id}`,
  help: 'About this error',
  retry: 'Try again',
} as const;
