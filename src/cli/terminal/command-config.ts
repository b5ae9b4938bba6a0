import { loadConfig, splitUnknown } from '../../config/load-config.js';
import type { Config } from '../../config/types.js';
import { printWarnings } from './exit.js';

/**
 * The configuration of a command. An unknown name only causes a warning: the shell of an operator may have settings
 * of another version, and a command ends with a result that people look at. The service refuses to start instead.
 *
 * @throws ConfigError for invalid values
 */
export function commandConfig(given: NodeJS.ProcessEnv = process.env): Config {
  const { known, unknown } = splitUnknown(given);
  printWarnings(unknown.map(({ name, message }) => `${name}: ${message}`));
  return loadConfig(known);
}
