import { loadConfig } from '../config/load-config.js';
import { inlineCaptionWarnings } from '../core/captions/read/inline-warnings.js';
import { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { openCommandApp } from './command-app.js';
import { printFailure, printIssues, printWarnings } from './exit.js';
import { readProjects } from './read-project.js';
import type { VariableOptions } from './variable-sets.js';

/** Checks a project file, with each set of variables, without rendering it. */
export async function validateCommand(file: string, options: VariableOptions): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const app = await openCommandApp(config, FontsModule);
    const fonts = app.get(FontCatalogue);
    const { projects, warnings } = await readProjects(file, fonts, config.subtitles, options);
    printWarnings(warnings);
    for (const read of projects) {
      const name = read.where ?? file;
      if (!read.ok) {
        printIssues(name, read.issues);
        continue;
      }
      process.stdout.write(`${name}: valid\n`);
      for (const warning of inlineCaptionWarnings(read.project)) {
        process.stderr.write(`Warning: ${warning}\n`);
      }
    }
  } catch (error) {
    printFailure(error);
  }
}
