import { effect } from '@preact/signals';
import { ApiError } from '../../api/index.js';
import { setProblems } from '../../document/index.js';
import { pictureFailure } from './stills.js';

/** Marks the elements at fault while a preview fails. Returns what ends it. */
export function publishFailure(): () => void {
  const stop = effect(() => {
    const error = pictureFailure.value;
    // Whoever checks the document reports what `POST /videos` would refuse.
    const isKnown = !(error instanceof ApiError) || error.code === 'VALIDATION_ERROR';
    const found = isKnown ? [] : error.errors.filter(({ pointer }) => pointer.startsWith('/'));
    setProblems(
      'preview',
      found.map(({ pointer, message }) => ({ pointer, message, severity: 'error' })),
    );
  });
  return () => {
    stop();
    setProblems('preview', []);
  };
}
