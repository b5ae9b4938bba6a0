import { Injectable } from '@nestjs/common';
import { nearestName } from '../core/util/nearest-name.js';
import { formatValue, type Issue } from '../core/fields/issues.js';
import type { Delivery } from '../core/project/types/index.js';
import { Destinations } from '../engine/destinations/destinations.js';
import type { Identity } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';

/** Checks that a key may use the destinations that its videos name. */
@Injectable()
export class DestinationRules {
  constructor(private readonly destinations: Destinations) {}

  /**
   * @param videos what happens with each video, and the JSON pointer of its config
   * @throws ApiError VALIDATION_ERROR. A name that only other keys may use is answered like one that does not exist.
   */
  requireAllowed(
    key: Identity,
    videos: readonly { readonly delivery: Delivery; readonly pointer: string }[],
  ): void {
    const allowed = this.destinations.namesFor(key);
    const issues = videos.flatMap(({ delivery, pointer }) =>
      delivery.destinations.flatMap(({ name, pointer: at }): Issue[] =>
        name === null || allowed.includes(name)
          ? []
          : [{ pointer: `${pointer}${at}`, message: unknownName(name, allowed) }],
      ),
    );
    if (issues.length > 0) throw ApiError.validation(issues.slice(0, 100));
  }
}

function unknownName(name: string, allowed: readonly string[]): string {
  const nearest = nearestName(name, allowed);
  const advice =
    nearest !== null
      ? `Did you mean "${nearest}"?`
      : allowed.length > 0
        ? `Your key may use: ${allowed.join(', ')}.`
        : 'The operator has named no destination that your key may use.';
  return `No destination has the name ${formatValue(name)}. ${advice}`;
}
