import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SSHD = '/usr/sbin/sshd';

/** The OpenSSH server, for the user of the tests and one key. */
export interface SshServer {
  readonly port: number;
  /** As `ssh-keygen -l` prints it. */
  readonly hostKey: string;
  readonly privateKey: string;
  close(): Promise<void>;
}

/**
 * @param type of both keys
 * @param options of the SFTP subsystem
 */
export async function startSshServer(
  folder: string,
  type: 'rsa' | 'ecdsa',
  options = '',
): Promise<SshServer> {
  const [host, own] = [join(folder, 'host'), join(folder, 'own')];
  for (const path of [host, own]) {
    await run('ssh-keygen', ['-q', '-t', type, '-m', 'PEM', '-N', '', '-f', path]);
  }
  await mkdir('/run/sshd', { recursive: true });
  await writeFile(join(folder, 'authorized'), await readFile(`${own}.pub`));
  await chmod(join(folder, 'authorized'), 0o600);
  const port = await freePort();
  const config = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${host}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    'StrictModes no',
    'PasswordAuthentication no',
    'PermitRootLogin yes',
    'UsePAM no',
    `PidFile ${join(folder, 'pid')}`,
    `Subsystem sftp internal-sftp ${options}`,
  ];
  await writeFile(join(folder, 'config'), config.join('\n'));
  const server = spawn(SSHD, ['-D', '-e', '-f', join(folder, 'config')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  while (!(await canConnect(port))) {
    if (server.exitCode !== null) throw new Error(`sshd ended with ${server.exitCode}.`);
    await delay(50);
  }
  const { stdout } = await run('ssh-keygen', ['-l', '-f', `${host}.pub`]);
  return {
    port,
    hostKey: stdout.split(' ')[1]!,
    privateKey: await readFile(own, 'utf8'),
    async close() {
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
