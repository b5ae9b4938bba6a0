import type { OutgoingHandling, OutgoingQueue } from '../engine/outgoing/outgoing-queue.js';
import type { OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import type { FileDeliverer } from './file-deliverer.js';
import { OutgoingRunner } from './outgoing-runner.js';
import type { WebhookSender } from './webhook-sender.js';

describe('OutgoingRunner', () => {
  it('leaves room for other keys, however slow the receivers of one key are', async () => {
    const rooms: Record<string, number> = {};
    const queue = {
      async work(kind: string, concurrency: number, { ownLimit }: OutgoingHandling) {
        rooms[kind] = concurrency - ownLimit;
      },
    };
    const store = { relay: async () => ({ kinds: new Set(), more: false }), revive: async () => 0 };
    const runner = new OutgoingRunner(
      queue as unknown as OutgoingQueue,
      store as unknown as OutgoingStore,
      {} as WebhookSender,
      {} as FileDeliverer,
    );
    await runner.onApplicationBootstrap();
    await runner.onModuleDestroy();
    expect(rooms['webhook']).toBeGreaterThan(0);
    expect(rooms['file']).toBeGreaterThan(0);
  });
});
