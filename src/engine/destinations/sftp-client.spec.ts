import { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { SftpClient } from './sftp-client.js';

const VERSION = 2;
const OPEN = 3;
const WRITE = 6;
const STATUS = 101;
const HANDLE = 102;
const OK = 0;
const FAILURE = 4;

/** A server that answers each packet at once. @param statusOf the status of the write at an offset */
function server(statusOf: (offset: number) => number): Duplex {
  const stream = new Duplex({
    read() {},
    write(packet: Buffer, _encoding, done) {
      stream.push(answerTo(packet.subarray(4)));
      done();
    },
  });
  const answerTo = (packet: Buffer): Buffer => {
    const type = packet[0]!;
    if (type === 1) return framed(Buffer.from([VERSION, 0, 0, 0, 3]));
    const id = packet.subarray(1, 5);
    const text = Buffer.from([0, 0, 0, 1, 0x68]);
    if (type === OPEN) return framed(Buffer.concat([Buffer.from([HANDLE]), id, text]));
    const status = type === WRITE ? statusOf(Number(packet.readBigUInt64BE(10))) : OK;
    return framed(Buffer.concat([Buffer.from([STATUS]), id, Buffer.from([0, 0, 0, status])]));
  };
  return stream;
}

function framed(packet: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packet.length);
  return Buffer.concat([length, packet]);
}

/** Parts that come so slowly that each is written before the next. */
async function* slowly(parts: number): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part++) {
    yield Buffer.alloc(1_000);
    await wait(5);
  }
}

describe('SftpClient', () => {
  it('writes a file', async () => {
    const offsets: number[] = [];
    const client = await SftpClient.open(server((offset) => (offsets.push(offset), OK)));
    await client.write('video.mp4', slowly(3));
    expect(offsets).toEqual([0, 1_000, 2_000]);
  });

  it('fails if any part was refused, also if those after it were written', async () => {
    const client = await SftpClient.open(server((offset) => (offset === 1_000 ? FAILURE : OK)));
    await expect(client.write('video.mp4', slowly(4))).rejects.toMatchObject({ code: FAILURE });
  });
});
