import { useState } from 'preact/hooks';
import { video } from '../../../document/index.js';

/**
 * What a field shows while someone writes in it. It may not be a value yet, such as `0.` or `#12`, and the value would
 * replace it otherwise.
 */
export function useDraft(shown: string, take: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    value: draft ?? shown,
    onInput(text: string): void {
      setDraft(text);
      take(text);
    },
    onBlur(): void {
      setDraft(null);
      video.endGroup();
    },
    /** Shows the value again. */
    forget: () => setDraft(null),
  };
}
