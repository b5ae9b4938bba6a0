/** What a key may be allowed to do; `admin` includes everything. */
export const KEY_SCOPES = [
  'videos:write',
  'videos:read',
  'jobs:read',
  'jobs:cancel',
  'audit:read',
  'metrics:read',
  'admin',
] as const;

export type KeyScope = (typeof KEY_SCOPES)[number];
