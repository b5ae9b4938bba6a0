import { Command } from 'commander';
import type { ListOptions, RemoveOptions } from './models-actions.js';

/** Loaded on demand, because the configuration would slow down the start of every command. */
const actions = () => import('./models-actions.js');

/** `videocraft models`: manages the speech models in the data folder. */
export function modelsCommand(): Command {
  const models = new Command('models').description(
    'list, install, locate, and remove models that recognize speech or speak',
  );
  models
    .command('list')
    .description('list the available models')
    .option('--json', 'print the result as JSON')
    .action(async (options: ListOptions) => (await actions()).listModels(options));
  models
    .command('install')
    .description('download a model, or check and repair an installed one')
    .argument('<name>')
    .action(async (name: string) => (await actions()).installModel(name));
  models
    .command('path')
    .description('print the folder of an installed model to stdout, and its kind to stderr')
    .argument('<name or path>')
    .action(async (name: string) => (await actions()).printModelPath(name));
  models
    .command('remove')
    .description('remove a model')
    .argument('<name>')
    .option('--forget-checksums', 'allow different content to be installed under this name')
    .action(async (name: string, options: RemoveOptions) =>
      (await actions()).removeModel(name, options),
    );
  return models;
}
