import { type FetchProblem, NoPublicHost } from './fetch-problem.js';

/**
 * The reason why an address of the operator could not be fetched. Operators learn whether a host is private or
 * does not exist, and callers do not.
 *
 * @param host a name for the host that can begin a sentence
 */
export function explainToOperator(problem: FetchProblem, host: string): string {
  if (!(problem instanceof NoPublicHost)) return problem.message;
  return problem.reason === 'private'
    ? `${host} is not on the public internet. To allow it, add it to VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.`
    : `${host} does not exist: its host name has no address.`;
}
