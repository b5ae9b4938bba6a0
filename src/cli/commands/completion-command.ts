import type { Command } from 'commander';
import { nearestName } from '../../core/util/nearest-name.js';
import { bashCompletion } from '../completion/bash.js';
import { commandWords } from '../completion/command-words.js';
import { fishCompletion } from '../completion/fish.js';
import { zshCompletion } from '../completion/zsh.js';
import { InputError } from '../input-error.js';
import { printFailure } from '../terminal/exit.js';

const SHELLS = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

/** Prints a script that completes commands, options, and files in a shell. */
export function completionCommand(shell: string, program: Command): void {
  const write = SHELLS.get(shell);
  if (write !== undefined) {
    process.stdout.write(write(commandWords(program)));
    return;
  }
  const nearest = nearestName(shell, [...SHELLS.keys()]);
  const suggestion = nearest === null ? '' : ` Did you mean ${nearest}?`;
  printFailure(
    new InputError(`There is no completion for "${shell}".${suggestion} Use bash, zsh, or fish.`),
  );
}
