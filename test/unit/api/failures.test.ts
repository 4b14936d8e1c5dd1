import { expect, test } from '@jest/globals';
import type { NextFunction, Request, Response } from 'express';
import { failures } from '../../../api/failures.ts';

test('an error in the middle of a stream cuts it, and the log has no message, which may quote values', () => {
  const logged: object[] = [];
  let destroyed = 0;
  const response = { headersSent: true, destroy: () => (destroyed += 1) } as unknown as Response;
  const next: NextFunction = () => {
    throw new Error('nothing is left to express');
  };
  const handler = failures((entry) => logged.push(entry));
  handler(new RangeError('홍길동 is no day'), {} as Request, response, next);
  expect(destroyed).toBe(1);
  expect(logged).toEqual([expect.objectContaining({ error: 'RangeError' })]);
  expect(JSON.stringify(logged)).not.toContain('홍길동');
});
