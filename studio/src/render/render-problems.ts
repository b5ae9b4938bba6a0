import { effect } from '@preact/signals';
import { type Problem, setProblems, video } from '../document/index.js';

/** The text that the problems are about. */
let about: string | null = null;

/** Marks what a render found, until the text changes: nobody knows whether the next one still has it. */
export function markProblems(problems: readonly Problem[]): void {
  about = video.text.peek();
  setProblems('render', problems);
}

effect(() => {
  if (video.text.value === about || about === null) return;
  about = null;
  setProblems('render', []);
});
