import { ProxyRefusal } from './connections.js';
import { toFetchProblem } from './to-fetch-problem.js';
import { FetchProblem } from './fetch-problem.js';
import { retryAfter } from './retry-after.js';

const coded = (code: string) => Object.assign(new Error(`secret of 10.0.0.1: ${code}`), { code });

describe('toFetchProblem', () => {
  it.each([
    ['ECONNREFUSED', 'SOURCE_NOT_FOUND', 'The host refused the connection.', true],
    ['ECONNRESET', 'SOURCE_NOT_FOUND', 'The host closed the connection before it responded.', true],
    ['EHOSTUNREACH', 'SOURCE_NOT_FOUND', 'The host cannot be reached.', true],
    ['ETIMEDOUT', 'SOURCE_TIMEOUT', 'The connection to the host timed out.', true],
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SOURCE_NOT_FOUND',
      'The TLS certificate of the host is self-signed.',
      false,
    ],
    ['CERT_HAS_EXPIRED', 'SOURCE_NOT_FOUND', 'The TLS certificate of the host has expired.', false],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'SOURCE_NOT_FOUND',
      'The TLS certificate of the host is for another host name.',
      false,
    ],
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'SOURCE_NOT_FOUND',
      'The TLS handshake with the host failed.',
      false,
    ],
    [
      'HPE_INVALID_CONSTANT',
      'SOURCE_NOT_FOUND',
      'The response of the host is not valid HTTP.',
      false,
    ],
    ['ENOSPC', 'STORAGE_FULL', 'The disk of the service is full.', false],
    ['EMFILE', 'SOURCE_NOT_FOUND', 'The download of the source failed.', false],
  ])('%s', (code, failure, message, isTransient) => {
    const error = coded(code);
    expect(toFetchProblem(error)).toMatchObject({
      code: failure,
      message,
      isTransient,
      cause: error,
    });
    expect(toFetchProblem(new AggregateError([error, coded('EPERM')]))).toMatchObject({ message });
  });

  it.each([[undefined], [null], [new Error('without a code')], [{ code: 5 }]])(
    'reveals nothing of %p',
    (error) => {
      expect(toFetchProblem(error)).toMatchObject({
        code: 'SOURCE_NOT_FOUND',
        message: 'The download of the source failed.',
      });
    },
  );

  it('does not change an explained problem', () => {
    const problem = new FetchProblem('SOURCE_BLOCKED', 'No.');
    expect(toFetchProblem(problem)).toBe(problem);
  });

  it.each([
    [403, false],
    [407, false],
    [502, true],
    [null, true],
  ])('reveals nothing of a proxy response (%j)', (status, isTransient) => {
    expect(toFetchProblem(new ProxyRefusal(status))).toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message: 'The host cannot be reached.',
      isTransient,
    });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    ['1', 1_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['soon', null],
    ['-1x', null],
    ['99999999999999', null],
    [undefined, null],
  ])('%j is %j ms', (header, ms) => {
    expect(retryAfter(header, now)).toBe(ms);
  });
});
