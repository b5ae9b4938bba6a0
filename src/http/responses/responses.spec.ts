import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { jest } from '@jest/globals';
import { type ArgumentsHost, Logger, ServiceUnavailableException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { loadConfig } from '../../config/load-config.js';
import { ApiError } from '../errors/api-error.js';
import { toApiError } from '../errors/to-api-error.js';
import { closeUnreadBodies } from '../requests/close-unread-bodies.js';
import { toEnvelope } from './envelope.js';
import { ApiExceptionFilter } from './exception.filter.js';
import { answerMalformedRequests } from './malformed-requests.js';

const config = loadConfig({});

/** What the filter does with an error: the status that it sends, or what else it does. */
function answerTo(exception: unknown, { closed = false, headersSent = false } = {}): unknown {
  const done: unknown[] = [];
  const res = {
    closed,
    headersSent,
    destroy: () => done.push('destroyed'),
    removeHeader: () => {},
    status: (code: number) => (done.push(code), res),
    set: () => res,
    json: () => {},
  } as unknown as Response;
  const req = {
    method: 'GET',
    path: '/',
    url: '/',
    headers: {},
    socket: {},
    accepts: () => 'application/json',
    res,
  } as unknown as Request;
  const http = { getRequest: () => req, getResponse: () => res };
  const filter = new ApiExceptionFilter(config);
  filter.catch(exception, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return done;
}

describe('ApiExceptionFilter', () => {
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(['error', 'fatal', 'log', 'warn', 'debug', 'verbose']));

  const coded = (code: unknown) => Object.assign(new Error('broken'), { code });

  it.each<[what: string, exception: unknown, state: object, done: readonly unknown[]]>([
    ['a client that left', coded('EPIPE'), { closed: true }, []],
    ['another fault after the client left', coded('ENOENT'), { closed: true }, [500]],
    ['a fault without a code after the client left', coded(5), { closed: true }, [500]],
    ['a broken stream of another kind', coded('ERR_STREAM_PREMATURE_CLOSE'), {}, [500]],
    ['nothing', undefined, {}, [500]],
    ['a text', 'broken', {}, [500]],
    [
      'a fault in the middle of a response',
      new Error('late'),
      { headersSent: true },
      ['destroyed'],
    ],
    ['a refusal', new ApiError('VALIDATION_ERROR', 'No.'), {}, [400]],
  ])('%s', (_what, exception, state, done) => {
    expect(answerTo(exception, state)).toEqual(done);
  });

  it('asks to come back when a part of the service is unavailable', () => {
    expect(toApiError(new ServiceUnavailableException())).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      headers: { 'Retry-After': '5' },
    });
  });
});

describe('answerMalformedRequests', () => {
  function answer(code: string | undefined, writable = true): string {
    const server = new EventEmitter();
    answerMalformedRequests(server as Server, config);
    let sent = 'nothing';
    const socket = {
      writable,
      destroy: () => (sent = 'destroyed'),
      end: (text: string) => (sent = text.split('\r\n', 1)[0]!),
    };
    server.emit('clientError', { code }, socket);
    return sent;
  }

  it.each([
    ['HPE_HEADER_OVERFLOW', 'HTTP/1.1 431 Request Header Fields Too Large'],
    ['ERR_HTTP_REQUEST_TIMEOUT', 'HTTP/1.1 408 Request Timeout'],
    ['HPE_INVALID_METHOD', 'HTTP/1.1 400 Bad Request'],
    [undefined, 'HTTP/1.1 400 Bad Request'],
    ['ECONNRESET', 'destroyed'],
  ])('%s: %s', (code, sent) => expect(answer(code)).toBe(sent));

  it('does not write to a closed connection', () => {
    expect(answer('HPE_INVALID_METHOD', false)).toBe('destroyed');
  });
});

describe('closeUnreadBodies', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['a body that arrives soon', true, false],
    ['a body that breaks off', false, true],
  ])('with %s', (_what, completes, destroyed) => {
    jest.useFakeTimers();
    const server = new EventEmitter();
    closeUnreadBodies(server as Server);
    const socket = { destroyed: false, destroy: () => (socket.destroyed = true) };
    const headers = { 'content-length': '9' };
    const req = Object.assign(new EventEmitter(), { headers, complete: false, socket });
    const res = new EventEmitter();
    server.emit('request', req, res);
    res.emit('finish');
    req.complete = completes;
    req.emit('close');
    jest.advanceTimersByTime(10_000);
    expect(socket.destroyed).toBe(destroyed);
  });
});

describe('toEnvelope', () => {
  it.each<[unknown, boolean, object]>([
    [undefined, false, { data: null }],
    [null, true, { data: null }],
    [{ a: 1 }, true, { a: 1, data: { a: 1 } }],
    [{ success: false }, true, { success: true }],
  ])('of %j, flat: %s', (data, flat, envelope) => {
    expect(toEnvelope(data, { message: 'Done.', flat }, 'id')).toMatchObject(envelope);
  });
});
