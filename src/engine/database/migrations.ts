import { CreateJobs1764000000000 } from '../../../migrations/1764000000000-create-jobs.js';
import { CreateApiKeys1764000001000 } from '../../../migrations/1764000001000-create-api-keys.js';
import { ServeLists1764000002000 } from '../../../migrations/1764000002000-serve-lists.js';
import { CreateTemplates1764000005000 } from '../../../migrations/1764000005000-create-templates.js';
import { CreateKeyUsage1764000006000 } from '../../../migrations/1764000006000-create-key-usage.js';

/** All migrations, oldest first. The list is explicit because globs break when files move. */
export const MIGRATIONS = [
  CreateJobs1764000000000,
  CreateApiKeys1764000001000,
  ServeLists1764000002000,
  CreateTemplates1764000005000,
  CreateKeyUsage1764000006000,
];
