import { Command, InvalidArgumentError } from 'commander';
import { integer, InvalidValue } from '../../config/parsers.js';
import type { RetentionOptions } from './retention-actions.js';

const MOST_LISTED = 10_000;

/** `videocraft retention`: shows what the service with the same environment removes by itself. */
export function retentionCommand(): Command {
  return new Command('retention')
    .description('list what the service is about to remove by VIDEOCRAFT_RETENTION_*')
    .requiredOption('--dry-run', 'remove nothing; only the service itself removes things')
    .option('--limit <number>', 'how much is listed; all of it counts', parseLimit, 50)
    .option('--json', 'print the result as JSON')
    .action(async (options: RetentionOptions) =>
      // On demand, because the database code would slow down the start of every command.
      (await import('./retention-actions.js')).listRemovals(options),
    );
}

function parseLimit(text: string): number {
  try {
    return integer(0, MOST_LISTED)(text);
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    throw new InvalidArgumentError(`Expected ${error.expected}.`);
  }
}
