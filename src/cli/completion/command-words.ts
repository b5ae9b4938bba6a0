import type { Command } from 'commander';

/** A command, and what can follow it. */
export interface CommandWords {
  /** The names from the first subcommand to this one; empty for the program itself. */
  readonly path: readonly string[];
  readonly commands: readonly Described[];
  readonly options: readonly DescribedOption[];
  /** Words that the first argument can be. */
  readonly choices: readonly string[];
  readonly takesFiles: boolean;
}

interface Described {
  readonly name: string;
  readonly description: string;
}

interface DescribedOption {
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  /** A value follows. */
  readonly hasValue: boolean;
}

/** Arguments that are files or folders, by the names that the help shows. */
const FILES = new Set(['project.json', 'script', 'audio', 'file', 'folder']);
/** Arguments with a fixed set of words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { shell: ['bash', 'zsh', 'fish'] };

/** All commands of a program, outer ones first. */
export function commandWords(program: Command, path: readonly string[] = []): CommandWords[] {
  const names = program.registeredArguments.map((argument) => argument.name());
  const subcommands = program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
  }));
  const options = program.options.map(({ long, short, description, flags }) => ({
    long: long!,
    short: short ?? null,
    description,
    hasValue: /[<[]/.test(flags),
  }));
  const help = { long: '--help', short: '-h', description: 'print the help', hasValue: false };
  const own: CommandWords = {
    path,
    commands: subcommands,
    options: [...options, help],
    choices: names.flatMap((name) => CHOICES[name] ?? []),
    takesFiles: names.some((name) => FILES.has(name)),
  };
  const inner = program.commands.flatMap((command) =>
    commandWords(command, [...path, command.name()]),
  );
  return [own, ...inner];
}
