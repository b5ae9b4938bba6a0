import { dirname, resolve } from 'node:path';
import { commandConfig } from '../terminal/command-config.js';
import type { Config } from '../../config/types.js';
import { describeEstimate } from '../../core/budget/describe-estimate.js';
import { estimateProject } from '../../core/budget/estimate-project.js';
import type { Issue } from '../../core/fields/issues.js';
import { locatePointers } from '../../core/json/locate-pointers.js';
import { deliveryWarnings } from '../../core/project/delivery-warnings.js';
import { projectDoubts } from '../../core/project/project-doubts.js';
import type { Project } from '../../core/project/types/index.js';
import { type GivenNames, variableDoubts } from '../../core/project/variable-doubts.js';
import { wantedVoices } from '../../core/project/wanted-voices.js';
import { knownLength } from '../../core/timeline/known-length.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import { recognitionProblem } from '../../engine/recognition/recognition-problem.js';
import { voiceProblems } from '../../engine/speech/voice-problems.js';
import { missingFiles } from '../files/missing-files.js';
import {
  INVALID_INPUT,
  printFailure,
  printIssues,
  printWarnedIssues,
  printWarnings,
  setExitCode,
} from '../terminal/exit.js';
import type { VariableOptions } from '../variables/variable-sets.js';
import { type ProjectResult, readProjects } from '../render/read-projects.js';

interface ValidateOptions extends VariableOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** What warnings depend on besides the project. */
interface Surroundings {
  readonly file: string;
  readonly text: string;
  readonly config: Config;
  readonly shaper: HarfbuzzShaper;
  /** Warnings about the files themselves. */
  readonly warnings: readonly string[];
}

/** Checks a project file with each set of variables, without rendering it. */
export async function validateCommand(file: string, options: ValidateOptions): Promise<void> {
  try {
    const config = commandConfig();
    // Loads the fonts directly, because starting a Nest application takes longer than the check.
    const fonts = await FontCatalog.load(config.fontsDir, config.fontsMirror);
    const { projects, ...read } = await readProjects(file, fonts, config, options);
    const surroundings = { ...read, file, config, shaper: new HarfbuzzShaper(fonts) };
    if (options.json !== true) printWarnings(read.warnings);
    let doubtful = read.warnings.length > 0;
    const names = variableDoubts(read.input, givenNames(options, projects));
    for (const [index, result] of projects.entries()) {
      // The names are the same in all sets of variables.
      const first = index === 0 ? names : [];
      const doubts = result.ok ? [...first, ...(await doubtsOf(result, surroundings))] : [];
      doubtful ||= doubts.length > 0;
      if (options.json === true) printJson(result, doubts, surroundings);
      else printText(result, doubts, surroundings);
    }
    if (doubtful && options.strict === true) setExitCode(INVALID_INPUT);
  } catch (error) {
    printFailure(error);
  }
}

function givenNames(
  { var: assignments = [] }: VariableOptions,
  projects: readonly ProjectResult[],
): GivenNames {
  const options = assignments.map((text) => text.split(/:?=/)[0]!);
  const columns = Object.keys(projects[0]?.variables ?? {});
  return { options, columns: columns.filter((name) => !options.includes(name)) };
}

/** Everything that can be known without rendering, and that would surprise or fail later. */
async function doubtsOf(
  { project }: { readonly project: Project },
  { file, config, shaper }: Surroundings,
): Promise<Issue[]> {
  return [
    ...(await missingFiles(project, dirname(resolve(file)))),
    ...knownLength(project).problems,
    ...projectDoubts(project, { shaper, recognitionProblem: recognitionProblem(config) }),
    ...(await voiceProblems(wantedVoices(project), config)),
    ...deliveryWarnings(project).map((message) => ({ pointer: '', message })),
  ];
}

function printText(
  result: ProjectResult,
  doubts: readonly Issue[],
  { file, text }: Surroundings,
): void {
  if (!result.ok) {
    printIssues(file, result, text);
    return;
  }
  const estimate = describeEstimate(estimateProject(result.project));
  process.stdout.write(`${result.where ?? file}: valid\n${estimate}\n`);
  printWarnedIssues(file, { where: result.where, issues: doubts }, text);
}

/** One line, which programs can read while more follow. */
function printJson(
  result: ProjectResult,
  doubts: readonly Issue[],
  { file, text, warnings }: Surroundings,
): void {
  const located = (issues: readonly Issue[]) => {
    const places = locatePointers(
      text,
      issues.map(({ pointer }) => pointer),
    );
    return issues.map((issue) => ({
      ...issue,
      ...(places.get(issue.pointer) ?? { line: null, column: null }),
    }));
  };
  const estimate = result.ok ? estimateProject(result.project) : new Map<string, never>();
  const general = warnings.map((message) => ({ pointer: '', message }));
  const line = {
    file,
    set: result.where,
    valid: result.ok,
    issues: located(result.ok ? [] : result.issues),
    warnings: located([...general, ...doubts]),
    estimate: Object.fromEntries([...estimate].map(([name, { amount }]) => [name, amount])),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (!result.ok) setExitCode(INVALID_INPUT);
}
