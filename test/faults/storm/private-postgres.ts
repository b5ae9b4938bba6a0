import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type PostgresHome,
  preparePostgresHome,
} from '../../../src/engine/database/postgres-home.js';

const run = promisify(execFile);

/** How Postgres stops: `immediate` is a crash, after which it recovers from its log. */
export type StopMode = 'fast' | 'immediate';

/** A Postgres of a test, on one port, that can crash and start again. */
export class PrivatePostgres {
  private constructor(
    private readonly home: PostgresHome,
    readonly port: number,
  ) {}

  static async start(dir: string): Promise<PrivatePostgres> {
    await mkdir(dir, { recursive: true });
    await chmod(dir, 0o755);
    const home = await preparePostgresHome(dir);
    const postgres = new PrivatePostgres(home, await freePort());
    await postgres.tool('initdb', [
      ...['-D', home.clusterDir, '-U', 'videocraft', '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...['--locale=C', `--pwfile=${home.passwordFile}`],
    ]);
    await postgres.start();
    return postgres;
  }

  /** The address of the database, through the server itself or through another port that leads to it. */
  url(port = this.port, host = '127.0.0.1'): string {
    return `postgres://videocraft:${encodeURIComponent(this.home.password)}@${host}:${port}/postgres`;
  }

  async start(): Promise<void> {
    // A crash of Postgres loses nothing that the kernel has, so that nothing needs to reach the disk.
    const settings = ['fsync=off', 'max_connections=300', 'listen_addresses=127.0.0.1'];
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    await this.tool('pg_ctl', [
      ...['-D', this.home.clusterDir, 'start', '-w', '-t', '60'],
      ...['-l', join(this.home.clusterDir, 'server.log')],
      ...['-o', `-p ${this.port} -c unix_socket_directories='' ${options}`],
    ]);
  }

  async stop(mode: StopMode): Promise<void> {
    await this.tool('pg_ctl', ['-D', this.home.clusterDir, 'stop', '-w', '-m', mode]);
  }

  private async tool(name: string, args: readonly string[]): Promise<void> {
    const { nativeDir, owner } = this.home;
    await run(join(nativeDir, 'bin', name), args, {
      cwd: '/',
      env: { LD_LIBRARY_PATH: join(nativeDir, 'lib'), LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      ...owner,
    });
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
