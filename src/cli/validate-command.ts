import { loadConfig } from '../config/load-config.js';
import { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import { printFailure, printIssues } from './exit.js';
import { readProject } from './read-project.js';

/** Checks a project file without rendering it. */
export async function validateCommand(file: string): Promise<void> {
  try {
    const { subtitles, fontsDir } = loadConfig(process.env);
    const parsed = await readProject(file, await FontCatalogue.load(fontsDir), subtitles);
    if (parsed.ok) process.stdout.write(`${file}: valid\n`);
    else printIssues(file, parsed.issues);
  } catch (error) {
    printFailure(error);
  }
}
