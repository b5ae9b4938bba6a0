import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import type { Response } from 'express';
import { EventStream } from './event-stream.js';

/** The parts of a response that a stream uses. */
class FakeResponse extends EventEmitter {
  text = '';
  writableLength = 0;
  writableEnded = false;
  destroyed = false;
  status = () => this;
  set = () => this;
  flushHeaders(): void {}
  write(text: string): boolean {
    this.text += text;
    return true;
  }
  end(): void {
    this.writableEnded = true;
    this.emit('close');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

describe('EventStream', () => {
  let res: FakeResponse;
  let stream: EventStream;

  beforeEach(() => {
    jest.useFakeTimers();
    res = new FakeResponse();
    stream = new EventStream(res as unknown as Response, { jobId: 'j', keyId: 'k', seen: 4 });
    res.text = '';
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const state = (progress: number) =>
    stream.onState({ id: 'j', status: 'processing', progress, currentStep: 'fetch', attempt: 1 });

  it('sends a comment every 15 seconds', () => {
    jest.advanceTimersByTime(14_999);
    expect(res.text).toBe('');
    jest.advanceTimersByTime(15_001);
    expect(res.text).toBe(': keep-alive\n\n'.repeat(2));
  });

  it('stops its timer when it ends or the client disconnects', () => {
    expect(jest.getTimerCount()).toBe(1);
    stream.onEnd();
    expect(jest.getTimerCount()).toBe(0);
    state(5);
    expect(res.text).toBe('');
  });

  it('sends a state once', () => {
    state(1);
    state(1);
    state(2);
    expect(res.text.match(/"progress":\d/g)).toEqual(['"progress":1', '"progress":2']);
  });

  it('writes the data of an event on one line and remembers its ID', () => {
    stream.onEvent({
      id: '7',
      jobId: 'j',
      keyId: 'k',
      ownerId: 'k',
      requestId: 'r',
      type: 'job.failed',
      data: { text: 'a\nb\r\n\ndata: x' },
      at: new Date(0),
    });
    expect(stream.seen).toBe(7);
    expect(res.text).toMatch(/^id: 7\nevent: job\.failed\ndata: \{[^\n\r]*\}\n\n$/);
  });

  it('disconnects a client that is too far behind', () => {
    res.writableLength = 256 * 1024;
    state(1);
    expect(res.destroyed).toBe(false);
    res.writableLength++;
    state(2);
    expect(res.destroyed).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });
});
