import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { loadConfig } from '../../src/config/load-config.js';
import { startService } from '../../src/start-service.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The service as clients find it: with its own key, CSRF tokens, and a worker. */
export interface ClientService {
  /** A folder for the files of the test. */
  readonly folder: string;
  readonly url: string;
  readonly key: string;
  /** Host of a server with the files of the project, from which the service may fetch. */
  readonly mediaHost: string;
  close(): Promise<void>;
}

/** @param prefix of the name of the folder in the temporary folder */
export async function startClientService(prefix: string): Promise<ClientService> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o755);
  const media = await serveMedia(ROOT);
  const config = loadConfig({
    VIDEOCRAFT_DATA_DIR: join(folder, 'data'),
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
  });
  const service = await startService(config, { api: true, logLevel: 'fatal' });
  return {
    folder,
    url: service.url!,
    key: (await readFile(join(folder, 'data/secrets/admin-api-key'), 'utf8')).trim(),
    mediaHost: media.host,
    async close() {
      await service.stop();
      await media.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
