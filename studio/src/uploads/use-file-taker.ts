import { useEffect } from 'preact/hooks';
import { fileTaker } from './uploads.js';

/** While a screen is shown, it gets the files that are dropped and pasted. @param take always the same function */
export function useFileTaker(take: (files: readonly File[]) => void): void {
  useEffect(() => {
    fileTaker.value = take;
    return () => {
      if (fileTaker.peek() === take) fileTaker.value = null;
    };
  }, [take]);
}
