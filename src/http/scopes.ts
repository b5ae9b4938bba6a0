/** What a key may be allowed to do; `admin` includes everything. */
export const SCOPES = [
  'videos:write',
  'videos:read',
  'jobs:read',
  'jobs:cancel',
  'audit:read',
  'metrics:read',
  'admin',
] as const;

export type Scope = (typeof SCOPES)[number];
