import { type FetchProblem, NoPublicHost } from './fetch-problem.js';

/**
 * Why an address of the operator's own could not be fetched. An operator is told what callers are not:
 * whether a host is private or missing.
 *
 * @param host words for the host, which a sentence can begin with
 */
export function explainToOperator(problem: FetchProblem, host: string): string {
  if (!(problem instanceof NoPublicHost)) return problem.message;
  return problem.why === 'private'
    ? `${host} is not on the public internet: name it in VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.`
    : `${host} cannot be found: its name has no address.`;
}
