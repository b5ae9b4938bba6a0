import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { BodyBudget, endBodyWork } from './body-budget.js';

const response = () => new EventEmitter() as unknown as Response;
const MIB = 2 ** 20;
const repeat = (count: number, action: () => void) => Array.from({ length: count }, action);
const refusal = (text: string) =>
  expect.objectContaining({
    status: 503,
    headers: { 'Retry-After': '2' },
    message: expect.stringContaining(text) as string,
  }) as Error;

describe('BodyBudget', () => {
  it('works on eight large bodies at once, and on any number of small ones', () => {
    const budget = new BodyBudget();
    const first = response();
    budget.begin(MIB, 'a', first);
    repeat(3, () => budget.begin(MIB, 'a', response()));
    repeat(4, () => budget.begin(MIB, 'b', response()));
    expect(() => budget.begin(MIB, 'c', response())).toThrow(refusal('The service is working'));
    repeat(100, () => budget.begin(1024, 'c', response()));
    first.emit('close');
    expect(() => budget.begin(MIB, 'c', response())).not.toThrow();
  });

  it('ends the work on a body once, before or with its response', () => {
    const budget = new BodyBudget();
    const [first, second] = [response(), response()];
    budget.begin(MIB, 'a', first);
    budget.begin(MIB, 'b', second);
    for (let n = 0; n < 6; n++) budget.begin(MIB, `other-${n}`, response());
    endBodyWork(first);
    endBodyWork(first);
    first.emit('close');
    budget.begin(MIB, 'a', response());
    expect(() => budget.begin(MIB, 'a', response())).toThrow(ApiError);
    second.emit('close');
    endBodyWork(second);
    budget.begin(MIB, 'b', response());
    expect(() => budget.begin(MIB, 'b', response())).toThrow(ApiError);
    // A small body is no work.
    endBodyWork(response());
  });

  it('holds at most 64 MiB, and tells when to try again', () => {
    const budget = new BodyBudget();
    const first = response();
    budget.reserve(MIB, 'a', first);
    repeat(15, () => budget.reserve(MIB, 'a', response()));
    for (const key of ['b', 'c', 'd']) repeat(16, () => budget.reserve(MIB, key, response()));
    expect(() => budget.reserve(1, 'e', response())).toThrow(refusal('The service is working'));
    first.emit('close');
    expect(() => budget.reserve(MIB, 'e', response())).not.toThrow();
  });

  it('leaves most of the memory, and half of the work, to other keys', () => {
    const budget = new BodyBudget();
    const [held, worked] = [response(), response()];
    budget.reserve(MIB, 'a', held);
    repeat(15, () => budget.reserve(MIB, 'a', response()));
    expect(() => budget.reserve(1, 'a', response())).toThrow(refusal('This key'));
    expect(() => budget.reserve(MIB, 'b', response())).not.toThrow();
    budget.begin(MIB, 'a', worked);
    repeat(3, () => budget.begin(MIB, 'a', response()));
    expect(() => budget.begin(MIB, 'a', response())).toThrow(ApiError);
    expect(() => budget.begin(MIB, 'b', response())).not.toThrow();
    held.emit('close');
    worked.emit('close');
    expect(() => budget.reserve(MIB, 'a', response())).not.toThrow();
    expect(() => budget.begin(MIB, 'a', response())).not.toThrow();
  });
});
