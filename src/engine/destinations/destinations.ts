import { Inject, Injectable, Logger, Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { invalidFile, readOperatorFile, warnOfReaders } from '../files/operator-file.js';
import { readDestinations } from './read-destinations.js';
import type { NamedDestination } from './types.js';

const DESTINATION_LIST = Symbol('DESTINATION_LIST');

/** A key that delivers videos. */
export interface DestinationUser {
  readonly id: string;
  readonly isAdmin: boolean;
}

/** The destinations that the operator named. */
@Injectable()
export class Destinations {
  constructor(@Inject(DESTINATION_LIST) private readonly all: readonly NamedDestination[]) {}

  /** The names that a key may use, in the order of the file. */
  namesFor(key: DestinationUser): string[] {
    return this.all
      .filter((destination) => this.isAllowed(destination, key))
      .map(({ name }) => name);
  }

  /** Whether a key may use a destination. Administrators may use all. */
  isAllowed({ keys }: NamedDestination, { id, isAdmin }: DestinationUser): boolean {
    return isAdmin || keys.includes('*') || keys.includes(id);
  }

  /** Null if the operator has removed it since. */
  find(name: string): NamedDestination | null {
    return this.all.find((destination) => destination.name === name) ?? null;
  }
}

/**
 * Loads the destinations of a configuration.
 *
 * @throws Error that lists all problems of the file
 */
export async function loadDestinations({
  delivery: { destinationsFile: path },
}: Pick<Config, 'delivery'>): Promise<readonly NamedDestination[]> {
  if (path === null) return [];
  const variable = 'VIDEOCRAFT_DESTINATIONS_FILE';
  const read = readDestinations(await readOperatorFile(variable, path));
  if (!read.ok) throw invalidFile(variable, path, read.issues);
  return read.content;
}

/** Like {@link loadDestinations}. Warns if others can read the credentials. */
async function loadWithWarning(config: Pick<Config, 'delivery'>) {
  const { destinationsFile: path } = config.delivery;
  const destinations = await loadDestinations(config);
  if (path !== null) await warnOfReaders(path, new Logger(Destinations.name));
  return destinations;
}

@Module({
  providers: [
    { provide: DESTINATION_LIST, inject: [CONFIG], useFactory: loadWithWarning },
    Destinations,
  ],
  exports: [Destinations],
})
export class DestinationsModule {}
