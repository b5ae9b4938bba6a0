import { describeFailure, session } from '../api/index.js';
import { showToast } from './toast.js';

/** Shows why a request failed, unless the page asks for another key because of it. */
export function showFailure(error: unknown): void {
  if (session.peek().state !== 'open') return;
  showToast(describeFailure(error).message, { kind: 'error' });
}
