import { estimateProject } from '../../core/budget/estimate-project.js';
import { describeEstimate } from '../../core/budget/describe-estimate.js';
import { loadConfig } from '../../config/load-config.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { printFailure, printIssues, printWarnings } from '../terminal/exit.js';
import { readProjects } from './read-projects.js';
import type { VariableOptions } from '../variables/variable-sets.js';
import { captionWarnings } from '../../core/project/caption-warnings.js';

/** Checks a project file with each set of variables, without rendering it. */
export async function validateCommand(file: string, options: VariableOptions): Promise<void> {
  try {
    const config = loadConfig(process.env);
    // Loads the fonts directly, because starting a Nest application takes longer than the check.
    const fonts = await FontCatalog.load(config.fontsDir);
    const { projects, warnings } = await readProjects(file, fonts, config, options);
    printWarnings(warnings);
    for (const result of projects) {
      const name = result.where ?? file;
      if (!result.ok) {
        printIssues(name, result.issues);
        continue;
      }
      const estimate = describeEstimate(estimateProject(result.project));
      process.stdout.write(`${name}: valid\n${estimate}\n`);
      for (const warning of captionWarnings(result.project)) {
        process.stderr.write(`Warning: ${warning}\n`);
      }
    }
  } catch (error) {
    printFailure(error);
  }
}
