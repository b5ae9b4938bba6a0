import { estimateProject } from '../../core/budget/estimate-project.js';
import { describeEstimate } from '../../core/budget/describe-estimate.js';
import { loadConfig } from '../../config/load-config.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { FontsModule } from '../../engine/fonts/fonts.module.js';
import { openCommandApp } from '../command-app.js';
import { printFailure, printIssues, printWarnings } from '../terminal/exit.js';
import { readProjects } from './read-projects.js';
import type { VariableOptions } from '../variables/variable-sets.js';
import { captionWarnings } from '../../core/project/caption-warnings.js';

/** Checks a project file with each set of variables, without rendering it. */
export async function validateCommand(file: string, options: VariableOptions): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const app = await openCommandApp(config, FontsModule);
    const fonts = app.get(FontCatalog);
    const { projects, warnings } = await readProjects(file, fonts, config, options);
    printWarnings(warnings);
    for (const read of projects) {
      const name = read.where ?? file;
      if (!read.ok) {
        printIssues(name, read.issues);
        continue;
      }
      process.stdout.write(`${name}: valid\n${describeEstimate(estimateProject(read.project))}\n`);
      for (const warning of captionWarnings(read.project)) {
        process.stderr.write(`Warning: ${warning}\n`);
      }
    }
  } catch (error) {
    printFailure(error);
  }
}
