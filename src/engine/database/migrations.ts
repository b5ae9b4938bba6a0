import { CreateJobs1764000000000 } from '../../../migrations/1764000000000-create-jobs.js';
import { CreateApiKeys1764000001000 } from '../../../migrations/1764000001000-create-api-keys.js';
import { ServeLists1764000002000 } from '../../../migrations/1764000002000-serve-lists.js';
import { CreateTemplates1764000005000 } from '../../../migrations/1764000005000-create-templates.js';
import { CreateKeyUsage1764000006000 } from '../../../migrations/1764000006000-create-key-usage.js';
import { RecoverAttempts1764000010000 } from '../../../migrations/1764000010000-recover-attempts.js';
import { CreateStoreIdentity1764000030000 } from '../../../migrations/1764000030000-create-store-identity.js';
import { TakeTurns1764000040000 } from '../../../migrations/1764000040000-take-turns.js';
import { CountJobs1764000041000 } from '../../../migrations/1764000041000-count-jobs.js';
import { PartitionAudit1764000042000 } from '../../../migrations/1764000042000-partition-audit.js';
import { CreateWorkers1764000050000 } from '../../../migrations/1764000050000-create-workers.js';
import { CreateAssets1765000010000 } from '../../../migrations/1765000010000-create-assets.js';
import { CreateOutgoing1765000020000 } from '../../../migrations/1765000020000-create-outgoing.js';
import { KeepWhatIsUsed1765000030000 } from '../../../migrations/1765000030000-keep-what-is-used.js';
import { TellNoKeyOfStills1765000040000 } from '../../../migrations/1765000040000-tell-no-key-of-stills.js';
import { EndEmptyUploads1765000041000 } from '../../../migrations/1765000041000-end-empty-uploads.js';
import { NameConfigBytes1765000050000 } from '../../../migrations/1765000050000-name-config-bytes.js';
import { CountVoiceCharacters1765000060000 } from '../../../migrations/1765000060000-count-voice-characters.js';

/** All migrations, oldest first. The list is explicit because globs break when files move. */
export const MIGRATIONS = [
  CreateJobs1764000000000,
  CreateApiKeys1764000001000,
  ServeLists1764000002000,
  CreateTemplates1764000005000,
  CreateKeyUsage1764000006000,
  RecoverAttempts1764000010000,
  CreateStoreIdentity1764000030000,
  TakeTurns1764000040000,
  CountJobs1764000041000,
  PartitionAudit1764000042000,
  CreateWorkers1764000050000,
  CreateAssets1765000010000,
  CreateOutgoing1765000020000,
  KeepWhatIsUsed1765000030000,
  TellNoKeyOfStills1765000040000,
  EndEmptyUploads1765000041000,
  NameConfigBytes1765000050000,
  CountVoiceCharacters1765000060000,
];
