import { useRef, useState } from 'preact/hooks';
import { video } from '../../../document/index.js';

/**
 * What a field shows while someone writes in it. It may not be a value yet, such as `0.` or `#12`, and the value would
 * replace it otherwise. A change of the value by something else, such as Undo, replaces it.
 */
export function useDraft(shown: string, take: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const last = useRef(shown);
  /** Whether what is written now led to this update. */
  const isOwn = useRef(false);
  const isReplaced = shown !== last.current && !isOwn.current;
  last.current = shown;
  isOwn.current = false;
  if (isReplaced && draft !== null) setDraft(null);
  return {
    value: isReplaced ? shown : (draft ?? shown),
    onInput(text: string): void {
      isOwn.current = true;
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
