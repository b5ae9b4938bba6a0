import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { packageRoot, packageVersion } from '../../config/package-version.js';

/** The package as npm installs it, in the folder in which the compose file expects the program. */
const DOCKERFILE = `# The image of the service, from the npm package.
FROM node:24.11.1-trixie-slim
RUN apt-get update \\
  && apt-get install -y --no-install-recommends ffmpeg util-linux bubblewrap \\
  && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/videocraft
RUN npm init --yes >/dev/null && npm install --omit=dev videocraft@VERSION
ENV NODE_ENV=production \\
  VIDEOCRAFT_SERVER_HOST=0.0.0.0 \\
  VIDEOCRAFT_DATA_DIR=/data
RUN mkdir /data && chown node:node /data
USER node
WORKDIR /opt/videocraft/node_modules/videocraft
VOLUME /data
EXPOSE 3002
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s \\
  CMD ["node", "-e", "fetch('http://127.0.0.1:3002/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
`;

/** A variable that the compose file requires. */
const REQUIRED = /\$\{([A-Z_]+):?\?/g;

/** The files that run the service with Docker Compose, by name. Its secrets are new. */
export async function composeFiles(): Promise<ReadonlyMap<string, string>> {
  const compose = await readFile(new URL('docker-compose.yml', packageRoot()), 'utf8');
  const required = new Set([...compose.matchAll(REQUIRED)].map(([, name]) => name!));
  // Hexadecimal, because the password becomes part of an address.
  const secrets = [...required].map((name) => `${name}=${randomBytes(32).toString('hex')}\n`);
  return new Map([
    ['docker-compose.yml', compose],
    ['Dockerfile', DOCKERFILE.replace('VERSION', packageVersion())],
    ['.env', secrets.join('')],
    ['.gitignore', '.env\n'],
    ['.dockerignore', '*\n!Dockerfile\n'],
  ]);
}
