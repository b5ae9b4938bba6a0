#!/usr/bin/env node
import { Command } from 'commander';
import { keysCommand } from './cli/commands/keys-command.js';
import { modelsCommand } from './cli/commands/models-command.js';
import { watchStandardStreams } from './cli/terminal/standard-streams.js';

/** Values of an option that may come again. */
const collect = (value: string, before: readonly string[]) => [...before, value];

/** An action that is loaded when it runs: each command starts with no more than it needs. */
const lazily =
  <Given extends unknown[]>(load: () => Promise<(...given: Given) => void | Promise<void>>) =>
  async (...given: Given): Promise<void> =>
    (await load())(...given);

watchStandardStreams();

const program = new Command('videocraft').description(
  'Turns a JSON description of a video into an MP4 with word-by-word captions.',
);

program
  .command('render')
  .description('render a project file; sources may be local paths')
  .argument('<project.json>', 'the project; - reads the standard input')
  .requiredOption('-o, --output <file>', 'the MP4 to write; {{ }} is filled in')
  .option('--json', 'print the result as JSON, one line for each video')
  .option('--var <name=value>', 'a variable, or name:=json; again for others', collect, [])
  .option('--variables <file>', 'CSV, JSON or JSON lines: a video for each set of variables')
  .option('--encoding <name>', 'of the variables file, e.g. windows-1250; found out when left out')
  .action(lazily(async () => (await import('./cli/commands/render-command.js')).renderCommand));
program
  .command('time')
  .description('print when each word of a script is said in a recording, in seconds')
  .argument('<audio>')
  .option('--text <script>', 'what is said; without it, what a recognition engine hears')
  .option('--language <tag>', 'language of the script', 'en')
  .action(lazily(async () => (await import('./cli/commands/time-command.js')).timeCommand));
program
  .command('validate')
  .description('list everything that is wrong in a project file; exits with 2 when something is')
  .argument('<project.json>', 'the project; - reads the standard input')
  .option('--var <name=value>', 'a variable, or name:=json; again for others', collect, [])
  .option('--variables <file>', 'CSV, JSON or JSON lines: a video for each set of variables')
  .option('--encoding <name>', 'of the variables file, e.g. windows-1250; found out when left out')
  .action(lazily(async () => (await import('./cli/commands/validate-command.js')).validateCommand));
program
  .command('schema')
  .description('print the JSON Schema of a project')
  .option('--template', 'of one with variables')
  .action(lazily(async () => (await import('./cli/commands/schema-command.js')).schemaCommand));
program.addCommand(keysCommand());
program.addCommand(modelsCommand());

await program.parseAsync();
