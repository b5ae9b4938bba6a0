import { integer } from '../../fields/scalars.js';
import { HIGHEST_PRIORITY, LOWEST_PRIORITY } from '../../job/priority.js';

/** The priority of a job, in configs and in requests. */
export const priority = integer({ min: LOWEST_PRIORITY, max: HIGHEST_PRIORITY });
