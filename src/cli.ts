#!/usr/bin/env node
import { Command } from 'commander';
import { keysCommand } from './cli/commands/keys-command.js';
import { modelsCommand } from './cli/commands/models-command.js';
import { watchStandardStreams } from './cli/terminal/standard-streams.js';

/** Collects the values of an option that can be repeated. */
const collect = (value: string, before: readonly string[]) => [...before, value];

/** Loads an action when it runs, so that each command starts quickly. */
const lazily =
  <Args extends unknown[]>(load: () => Promise<(...args: Args) => void | Promise<void>>) =>
  async (...args: Args): Promise<void> =>
    (await load())(...args);

watchStandardStreams();

const program = new Command('videocraft').description(
  'Renders a JSON description of a video to an MP4 with word-by-word captions.',
);

program
  .command('render')
  .description('render a project file, whose sources can be local paths')
  .argument('<project.json>', 'the project file, or - for the standard input')
  .requiredOption('-o, --output <file>', 'the MP4 to write; can contain {{ }} expressions')
  .option('--json', 'print the result as JSON, one line per video')
  .option('--var <name=value>', 'set a variable, or use name:=json; can be repeated', collect, [])
  .option('--variables <file>', 'CSV, JSON, or JSON Lines file with one set of variables per video')
  .option(
    '--encoding <name>',
    'encoding of the variables file, e.g. windows-1250 (default: detected)',
  )
  .action(lazily(async () => (await import('./cli/commands/render-command.js')).renderCommand));
program
  .command('time')
  .description('print the time of each word in a recording, in seconds')
  .argument('<audio>')
  .option(
    '--text <script>',
    'the spoken text (default: recognized by the speech recognition engine)',
  )
  .option('--language <tag>', 'language of the speech', 'en')
  .action(lazily(async () => (await import('./cli/commands/time-command.js')).timeCommand));
program
  .command('validate')
  .description('list all issues of a project file; the exit status is 2 if there are any')
  .argument('<project.json>', 'the project file, or - for the standard input')
  .option('--var <name=value>', 'set a variable, or use name:=json; can be repeated', collect, [])
  .option('--variables <file>', 'CSV, JSON, or JSON Lines file with one set of variables per video')
  .option(
    '--encoding <name>',
    'encoding of the variables file, e.g. windows-1250 (default: detected)',
  )
  .action(lazily(async () => (await import('./cli/commands/validate-command.js')).validateCommand));
program
  .command('schema')
  .description('print the JSON Schema of the video config')
  .option('--template', 'the schema of a config with variables')
  .action(lazily(async () => (await import('./cli/commands/schema-command.js')).schemaCommand));
program.addCommand(keysCommand());
program.addCommand(modelsCommand());

await program.parseAsync();
