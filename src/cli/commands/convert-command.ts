import type { Conversion } from '../../core/project/convert-config.js';
import { fillVariables } from '../../core/project/variables/declared-variables.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { convert, parseSettings } from '../../pipeline/parse-config.js';
import { writeNewFile } from '../files/write-new-file.js';
import { readProjects } from '../render/read-projects.js';
import { commandConfig } from '../terminal/command-config.js';
import { printFailure, printIssues, printWarnedIssues, printWarnings } from '../terminal/exit.js';
import { isStandardOutput } from '../terminal/standard-streams.js';

interface ConvertOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly var?: readonly string[];
}

/** Prints a config of another system as a video config. What only comes near to it is a warning. */
export async function convertCommand(file: string, options: ConvertOptions): Promise<void> {
  try {
    const { text, conversion } = await readConversion(file, options);
    if (!conversion.ok) return printIssues(file, { where: null, ...conversion }, text);
    const { system, notes, config } = conversion;
    if (system === null) printWarnings([`${file} is a video config already.`]);
    printWarnedIssues(file, { where: null, issues: notes }, text);
    await write(`${JSON.stringify(config, null, 2)}\n`, options);
  } catch (error) {
    printFailure(error);
  }
}

/** Converts a file whose result is a valid video config. */
async function readConversion(
  file: string,
  { var: assignments }: ConvertOptions,
): Promise<{ text: string; conversion: Conversion }> {
  const installation = commandConfig();
  const { fontsDir, fontsMirror } = installation;
  const fonts = await FontCatalog.load(fontsDir, fontsMirror);
  const values = assignments === undefined ? {} : { var: assignments };
  const read = await readProjects(file, fonts, installation, values);
  printWarnings(read.warnings);
  const [project] = read.projects;
  const { text } = read;
  if (!project!.ok) return { text, conversion: { ok: false, issues: project!.issues } };
  const filled = fillVariables(read.input, [], project!.variables);
  const settings = parseSettings(installation, true);
  const conversion = convert(filled.ok ? filled.config : read.input, fonts, settings);
  return { text, conversion };
}

async function write(text: string, { output = '-', force = false }: ConvertOptions): Promise<void> {
  if (isStandardOutput(output)) {
    process.stdout.write(text);
    return;
  }
  process.stdout.write(`${await writeNewFile(output, text, force)}\n`);
}
