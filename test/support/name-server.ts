import { createSocket, type RemoteInfo } from 'node:dgram';

const TYPES: Readonly<Record<number, 'A' | 'AAAA'>> = { 1: 'A', 28: 'AAAA' };
/** Codes of failures (RFC 1035, section 4.1.1). */
const FAILURES: Readonly<Record<string, number>> = { servfail: 2, missing: 3 };

/** An address, null for none, `servfail`, `missing`, or `silence`. */
export type NameAnswer = string | null;

/** A name server on loopback. */
export interface NameServer {
  /** As `address:port`. */
  readonly address: string;
  /** Questions as `A name`, in their order. */
  readonly questions: string[];
  close(): Promise<void>;
}

/** @param answer what is the address of a type that a name has */
export async function startNameServer(
  answer: (name: string, type: 'A' | 'AAAA') => NameAnswer,
): Promise<NameServer> {
  const socket = createSocket('udp4');
  const questions: string[] = [];
  socket.on('message', (query: Buffer, from: RemoteInfo) => {
    const { name, end } = nameIn(query);
    const type = TYPES[query.readUInt16BE(end)]!;
    questions.push(`${type} ${name}`);
    const response = responseTo(query.subarray(0, end + 4), answer(name.toLowerCase(), type));
    if (response) socket.send(response, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    questions,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** The name of the question, and where it ends (RFC 1035, section 4.1). */
function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  while (query[at]! > 0) {
    const next = at + 1 + query[at]!;
    labels.push(query.subarray(at + 1, next).toString());
    at = next;
  }
  return { name: labels.join('.'), end: at + 1 };
}

function responseTo(question: Buffer, answer: NameAnswer): Buffer | null {
  if (answer === 'silence') return null;
  const failure = FAILURES[answer ?? ''] ?? 0;
  const address = failure === 0 && answer !== null ? bytesOf(answer) : null;
  const response = Buffer.from(question);
  response.writeUInt16BE(0x8180 | failure, 2);
  for (const [at, count] of [1, address ? 1 : 0, 0, 0].entries()) {
    response.writeUInt16BE(count, 4 + at * 2);
  }
  if (address === null) return response;
  const record = Buffer.alloc(12);
  record.writeUInt16BE(0xc00c, 0);
  question.copy(record, 2, question.length - 4);
  record.writeUInt16BE(address.length, 10);
  return Buffer.concat([response, record, address]);
}

/** An IPv4 address, or an IPv6 address with all of its groups. */
function bytesOf(address: string): Buffer {
  if (address.includes('.')) return Buffer.from(address.split('.').map(Number));
  const groups = address.split(':').map((group) => parseInt(group, 16));
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 255]));
}
