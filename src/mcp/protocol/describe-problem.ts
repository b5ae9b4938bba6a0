import { JobFailure } from '../../core/job/job-failure.js';
import { ApiError } from '../../http/errors/api-error.js';
import { toApiError } from '../../http/errors/to-api-error.js';
import { shortened } from '../tools/texts.js';
import { ToolRefusal } from '../work/agent-work.js';
import { counted } from '../../core/util/counted.js';

/** More issues than a model mends at once. */
const MOST_ISSUES = 20;
const MOST_ISSUE = 600;

interface Problem {
  readonly text: string;
  /** True for an error of the service. */
  readonly isFault: boolean;
}

/** An error as a text that says what to change. Nothing of an unexpected error is shown. */
export function describeProblem(error: unknown): Problem {
  if (error instanceof ToolRefusal) {
    return { text: listed(error.code, error.issues), isFault: false };
  }
  if (error instanceof JobFailure) {
    const issue = { pointer: error.pointer ?? '', message: error.message };
    return { text: listed(error.code, [issue]), isFault: false };
  }
  const known = error instanceof ApiError ? error : toApiError(error);
  const issues = known.errors.length > 0 ? known.errors : [{ pointer: '', message: known.details }];
  const retry = known.headers['Retry-After'];
  const wait = retry === undefined ? '' : `\nTry again in ${retry} s.`;
  return { text: listed(known.code, issues) + wait, isFault: known.status >= 500 };
}

function listed(
  code: string,
  issues: readonly { readonly pointer: string; readonly message: string }[],
): string {
  const lines = issues
    .slice(0, MOST_ISSUES)
    .map(({ pointer, message }) =>
      shortened(pointer === '' ? message : `${pointer}: ${message}`, MOST_ISSUE),
    );
  const left = issues.length - lines.length;
  return [`${code}:`, ...lines, ...(left > 0 ? [`and ${counted(left, 'more issue')}`] : [])].join(
    '\n',
  );
}
