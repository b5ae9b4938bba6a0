import type { Asset } from '../api/index.js';
import { type Send, UploadQueue } from './upload-queue.js';

interface Sent {
  readonly file: File;
  readonly options: Parameters<Send>[1];
  readonly resolve: (asset: Asset) => void;
  readonly reject: (error: unknown) => void;
}

const file = (name: string) => new File(['content'], name);
const asset = (name: string) => ({ id: name, name }) as Asset;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('UploadQueue', () => {
  let sent: Sent[];
  let arrived: string[];
  let queue: UploadQueue;

  beforeEach(() => {
    sent = [];
    arrived = [];
    const send: Send = (one, options) =>
      new Promise((resolve, reject) => sent.push({ file: one, options, resolve, reject }));
    queue = new UploadQueue(send, 2, ({ id }) => arrived.push(id));
  });

  const states = () => queue.uploads.value.map(({ state }) => state);

  it('sends a few at a time, in order', async () => {
    queue.add([file('a'), file('b'), file('c')]);
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    sent[0]!.resolve(asset('a'));
    await settled();
    expect(states()).toEqual(['done', 'sending', 'sending']);
    expect(sent.map((one) => one.file.name)).toEqual(['a', 'b', 'c']);
    expect(arrived).toEqual(['a']);
  });

  it('says how far a file is', () => {
    queue.add([file('a')]);
    sent[0]!.options.onProgress(0.4);
    expect(queue.uploads.value[0]).toMatchObject({ state: 'sending', fraction: 0.4 });
  });

  it('keeps why an upload failed, and sends it again', async () => {
    const [id] = queue.add([file('a')]);
    const error = new Error('too large');
    sent[0]!.reject(error);
    await settled();
    expect(queue.find(id!)).toMatchObject({ state: 'failed', error });
    queue.retry(id!);
    expect(sent).toHaveLength(2);
    sent[1]!.resolve(asset('a'));
    await settled();
    expect(queue.find(id!)).toMatchObject({ state: 'done', error: null });
  });

  it('ends an upload that nobody wants, and begins the next', async () => {
    const [first] = queue.add([file('a'), file('b'), file('c')]);
    queue.dismiss(first!);
    expect(sent[0]!.options.signal.aborted).toBe(true);
    expect(states()).toEqual(['sending', 'sending']);
    sent[0]!.resolve(asset('a'));
    await settled();
    expect(arrived).toEqual([]);
  });

  it('forgets what has arrived, unless somebody needs it', async () => {
    const names = () => queue.uploads.value.map((one) => one.file.name);
    queue.add([file('a')]);
    const [held] = queue.add([file('b')], true);
    queue.add([file('c')]);
    sent[0]!.resolve(asset('a'));
    sent[1]!.resolve(asset('b'));
    await settled();
    queue.dismissDone();
    expect(names()).toEqual(['b', 'c']);
    queue.dismiss(held!);
    expect(names()).toEqual(['c']);
  });
});
