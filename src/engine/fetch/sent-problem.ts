import type { FetchProblem } from './fetch-problem.js';

const ALLOW =
  'The operator can allow a private host and its port with VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.';

/** The message of a problem for who sends something, instead of fetching a source. */
export function sentProblem({ code, message }: FetchProblem, what: string): string {
  const sentence = message.replace(/\bThe download of the source\b/, what);
  const isExplained = sentence.includes('VIDEOCRAFT_SOURCES_ALLOWED_HOSTS');
  return code === 'SOURCE_BLOCKED' && !isExplained ? `${sentence} ${ALLOW}` : sentence;
}
