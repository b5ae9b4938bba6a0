import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import {
  ChannelRequestMessage,
  type KeyPair,
  NodeStream,
  SshAuthenticationType,
  SshClientSession,
  type SshDataWriter,
  SshSessionConfiguration,
  SshStream,
} from '@microsoft/dev-tunnels-ssh';
import { importKey } from '@microsoft/dev-tunnels-ssh-keys';
import { replaceFile } from './replace-file.js';
import { SftpClient, SftpStatus } from './sftp-client.js';
import { foldersOf, temporaryName, within } from './temporary-name.js';
import {
  DeliveryProblem,
  type OutgoingFile,
  type SftpDestination,
  type Uploader,
} from './types.js';
import { withContent } from './with-content.js';

const DEFAULT_PORT = 22;
const CONNECT_MS = 20_000;
/** Time without any data. */
const IDLE_MS = 60_000;

/** Writes under another name, checks the size, and renames. */
export async function openSftp(destination: SftpDestination): Promise<Uploader> {
  const socket = connect(destination.port ?? DEFAULT_PORT, destination.host);
  socket.setTimeout(IDLE_MS, () => socket.destroy(new Error('The server is silent.')));
  const late = setTimeout(() => socket.destroy(new Error('The server is silent.')), CONNECT_MS);
  let client: SftpClient;
  try {
    client = await SftpClient.open(await openSubsystem(socket, destination));
  } catch (error) {
    socket.destroy();
    throw toProblem(error);
  } finally {
    clearTimeout(late);
  }
  return {
    put: (file, signal) => putFile({ client, socket, folder: destination.folder }, file, signal),
    async close() {
      socket.destroy();
    },
  };
}

interface Connection {
  readonly client: SftpClient;
  readonly socket: Socket;
  readonly folder: string;
}

async function putFile(
  { client, socket, folder: root }: Connection,
  file: OutgoingFile,
  signal: AbortSignal,
): Promise<void> {
  const target = within(root, file.path);
  const stop = () => socket.destroy();
  await withContent(file, signal, async (content) => {
    signal.addEventListener('abort', stop, { once: true });
    try {
      for (const folder of foldersOf(target)) await client.makeFolder(folder);
      const part = temporaryName(target, file);
      await client.write(part, content as AsyncIterable<Buffer>);
      const size = await client.size(part);
      if (size !== null && size !== file.sizeBytes) {
        throw new DeliveryProblem('The server stored only a part.', false);
      }
      await replaceFile(client, part, target);
    } catch (error) {
      signal.throwIfAborted();
      throw toProblem(error);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
}

/** Connects, checks the key of the server, logs in, and starts the subsystem. */
async function openSubsystem(socket: Socket, destination: SftpDestination): Promise<SshStream> {
  await connected(socket);
  const session = new SshClientSession(new SshSessionConfiguration());
  socket.once('close', () => session.dispose());
  session.onAuthenticating((event) => {
    if (event.authenticationType !== SshAuthenticationType.serverPublicKey) return;
    event.authenticationPromise = isExpected(event.publicKey, destination.hostKey).then((same) =>
      same ? {} : null,
    );
  });
  const broken = new Promise<never>((_resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The server closed the connection.')));
  });
  broken.catch(() => {});
  const open = async () => {
    await session.connect(new NodeStream(socket));
    if (!(await session.authenticateServer())) {
      throw new DeliveryProblem('The key of the server is not the one of the destination.', true);
    }
    if (!(await session.authenticateClient(await credentialsOf(destination)))) {
      throw new DeliveryProblem('The server refused the login.', true);
    }
    const channel = await session.openChannel();
    if (!(await channel.request(new SubsystemRequest()))) {
      throw new DeliveryProblem('The server does not offer SFTP.', true);
    }
    return new SshStream(channel);
  };
  return Promise.race([open(), broken]);
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
}

/** RFC 4254, section 6.5. */
class SubsystemRequest extends ChannelRequestMessage {
  constructor() {
    super('subsystem', true);
  }

  protected override onWrite(writer: SshDataWriter): void {
    super.onWrite(writer);
    writer.writeString('sftp', 'ascii');
  }
}

/** Compares fingerprints as `ssh-keygen -l` prints them. */
async function isExpected(key: KeyPair | null, fingerprint: string): Promise<boolean> {
  const bytes = await key?.getPublicKeyBytes();
  if (!bytes) return false;
  const digest = createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '');
  return `SHA256:${digest}` === fingerprint;
}

async function credentialsOf({ username, password, privateKey }: SftpDestination) {
  if (privateKey === null) return { username, password: password ?? '' };
  const key = await importKey(privateKey).catch((cause: unknown) => {
    throw new DeliveryProblem(
      'The private key of the destination cannot be read. It must be a PEM file (ssh-keygen -p -m PEM).',
      true,
      { cause },
    );
  });
  return { username, publicKeys: [key] };
}

function toProblem(error: unknown): DeliveryProblem {
  if (error instanceof DeliveryProblem) return error;
  if (error instanceof SftpStatus)
    return new DeliveryProblem(error.message, false, { cause: error });
  const { code } = error as { code?: unknown };
  const why =
    typeof code === 'string' ? `The connection failed (${code}).` : 'The connection failed.';
  return new DeliveryProblem(why, false, { cause: error });
}
