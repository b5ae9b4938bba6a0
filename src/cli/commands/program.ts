import { Command } from 'commander';
import { packageVersion } from '../../config/package-version.js';
import { keysCommand } from './keys-command.js';
import { modelsCommand } from './models-command.js';
import { retentionCommand } from './retention-command.js';

/** Collects the values of an option that can be repeated. */
const collect = (value: string, before: readonly string[]) => [...before, value];

/** Loads an action when it runs, so that each command starts quickly. */
const lazily =
  <Args extends unknown[]>(load: () => Promise<(...args: Args) => void | Promise<void>>) =>
  async (...args: Args): Promise<void> =>
    (await load())(...args);

const EXIT_STATUS = `
Exit status: 0 success, 1 failure, 2 the project file is not valid, 130 stopped by Ctrl-C, 143 by SIGTERM,
141 the standard output was closed.`;

/** Describes all commands. Their actions are loaded when they run. */
export function createProgram(): Command {
  const program = new Command('videocraft')
    .description('Renders a JSON description of a video to an MP4 with word-by-word captions.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .addHelpText('after', EXIT_STATUS);
  addVideoCommands(program);
  addProjectCommands(program);
  addMachineCommands(program);
  addServiceCommands(program);
  return program;
}

function addVideoCommands(program: Command): void {
  withVariables(
    projectCommand(program, 'render')
      .description('render a project file, whose sources can be local paths')
      .requiredOption(
        '-o, --output <file>',
        'the MP4 to write; can contain {{ }} expressions; - for the standard output',
      )
      .option('-f, --force', 'replace files that already exist')
      .option('--draft', 'render a small video of low quality, as fast as possible')
      .option('-w, --watch', 'render again when the project or a file that it uses changes')
      .option('--json', 'print the result as JSON, one line per video'),
  ).action(lazily(async () => (await import('./render-command.js')).renderCommand));
  withOwnVariables(
    projectCommand(program, 'still')
      .description('save a frame of the video as a picture')
      .requiredOption('--at <time>', 'the time in seconds, or as minutes:seconds')
      .requiredOption(
        '-o, --output <file>',
        'the PNG, JPEG, or WebP to write; - for a PNG to the standard output',
      )
      .option('-f, --force', 'replace a file that already exists'),
  ).action(lazily(async () => (await import('./still-command.js')).stillCommand));
  program
    .command('short')
    .description('make a video with captions of a text and the pictures of a folder')
    .argument('<script>', 'a text file, which a voice speaks; - for the standard input')
    .requiredOption('-p, --pictures <folder>', 'pictures and videos, in the order of their names')
    .requiredOption('-o, --output <file>', 'the MP4 to write')
    .option('-f, --force', 'replace files that already exist')
    .option('--speech <file>', 'a recording of the text, instead of a voice')
    .option('--voice <name>', 'the voice (default: that of the voice engine)')
    .option('--music <file>', 'music, which ducks under the speech')
    .option('--resolution <name>', 'the size of the video', 'instagram-reel')
    .option('--style <name>', 'the style of the captions', 'karaoke')
    .option('--project <file>', 'also save the project file, to change it and render it again')
    .action(lazily(async () => (await import('./short-command.js')).shortCommand));
  program
    .command('time')
    .description('print the time of each word in a recording, in seconds')
    .argument('<audio>')
    .option(
      '--text <script>',
      'the spoken text (default: recognized by the speech recognition engine)',
    )
    .option('--language <tag>', 'language of the speech', 'en')
    .action(lazily(async () => (await import('./time-command.js')).timeCommand));
}

function addProjectCommands(program: Command): void {
  program
    .command('init')
    .description('create a folder with a project file to start from')
    .argument('[folder]', 'the folder, which is new or empty', '.')
    .option('--compose', 'create the files to run the service with Docker Compose instead')
    .action(lazily(async () => (await import('./init-command.js')).initCommand));
  withVariables(
    projectCommand(program, 'validate')
      .description('list all issues of a project file; the exit status is 2 if there are any')
      .option('--json', 'print the result as JSON, one line per set of variables')
      .option('--strict', 'treat warnings like issues'),
  ).action(lazily(async () => (await import('./validate-command.js')).validateCommand));
  withOwnVariables(
    projectCommand(program, 'convert')
      .description('print a config of another system as a video config')
      .option('-o, --output <file>', 'the file to write (default: the standard output)')
      .option('-f, --force', 'replace a file that already exists'),
  ).action(lazily(async () => (await import('./convert-command.js')).convertCommand));
  program
    .command('schema')
    .description('print the JSON Schema of the video config')
    .option('--template', 'the schema of a config with variables')
    .action(lazily(async () => (await import('./schema-command.js')).schemaCommand));
}

function addMachineCommands(program: Command): void {
  program
    .command('doctor')
    .description('check this machine, and print the commands that repair what is wrong')
    .option('--json', 'print the result as JSON')
    .action(lazily(async () => (await import('./doctor-command.js')).doctorCommand));
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .argument('<shell>', 'bash, zsh, or fish')
    .action(async (shell: string) => {
      const { completionCommand } = await import('./completion-command.js');
      completionCommand(shell, program);
    });
  program
    .command('mcp')
    .description('serve agents (Model Context Protocol) over the standard streams')
    .option('--root <folder>', 'the only folder that agents can read and write', '.')
    .action(lazily(async () => (await import('./mcp-command.js')).mcpCommand));
  program.addCommand(modelsCommand());
}

function addServiceCommands(program: Command): void {
  program
    .command('upload')
    .description('upload files to a service, and print the addresses for "src"')
    .argument('<file...>')
    .option('--url <service>', 'address of the service', 'http://localhost:3002')
    .option('--key-file <file>', 'file that contains the API key')
    .option('--key <key>', 'the API key, which other users of this machine may see')
    .option('--json', 'print a line of JSON for each file')
    .action(lazily(async () => (await import('./upload-command.js')).uploadCommand));
  program
    .command('storage')
    .description('the place of the videos of a service')
    .command('accept')
    .description('make the configured store the one of the database, after it was replaced')
    .action(lazily(async () => (await import('./storage-command.js')).acceptStorage));
  program.addCommand(keysCommand());
  program.addCommand(retentionCommand());
}

function projectCommand(program: Command, name: string): Command {
  return program
    .command(name)
    .argument('<project.json>', 'the project file, or - for the standard input');
}

function withOwnVariables(command: Command): Command {
  return command.option(
    '--var <name=value>',
    'set a variable, or use name:=json; can be repeated',
    collect,
    [],
  );
}

function withVariables(command: Command): Command {
  return withOwnVariables(command)
    .option(
      '--variables <file>',
      'CSV, JSON, or JSON Lines file with one set of variables per video',
    )
    .option(
      '--encoding <name>',
      'encoding of the variables file, e.g. windows-1250 (default: detected)',
    );
}
