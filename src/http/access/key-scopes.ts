/** The permissions that an API key can have; `admin` includes all others. */
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
