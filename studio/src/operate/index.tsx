/** Operating the service: jobs of all keys, the audit trail, keys, deliveries, health, and figures. */
import type { Screen } from '../routing/seams.js';

/** `operate` and what is below it. Each names the scopes that its key needs. */
export const operateScreens: readonly Screen[] = [];
