import { expect, test } from '@jest/globals';
import type { NextFunction, Request, Response } from 'express';
import { failures, problemOf } from '../../../api/failures.ts';
import { InvalidProtocol } from '../../../domain/protocol/invalid-protocol.ts';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { InvalidValue } from '../../../domain/shared-kernel/domain-error.ts';

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

test('what the domain refuses at a field is said there in the reader’s language, as it is above', () => {
  const { title, errors } = problemOf(new InvalidValue('birth-date/in-the-future')) ?? {};
  expect(errors).toEqual([{ pointer: '/person/birthDate', code: 'birth-date/in-the-future', detail: title }]);
  expect(title).toEqual({ ko: expect.stringMatching(/미래/), en: expect.stringMatching(/future/) });
});

test('what is wrong in a protocol is told in Korean too, without a word of the schema’s library', () => {
  const broken = {
    ...{ disease: 'Covid', jurisdiction: 7, effectiveFrom: 'soon', unchanged: 'carryOver', colour: 'red' },
    rules: { outbreakEnd: { appliesTo: 'nobody', daysAfterLastNegative: -1 } },
    sources: 4,
  };
  const faults = (): unknown => {
    try {
      return parseProtocol(broken);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidProtocol);
      return problemOf(error)?.errors;
    }
  };
  const told = faults() as readonly { code: string; detail: { ko: string; en: string } }[];
  expect(told.length).toBeGreaterThan(5);
  for (const { code, detail } of told) {
    expect([code, detail.ko]).toEqual([code, expect.stringMatching(/^[가-힣][^:]*(하세요|세요)\.$/)]);
    expect(detail.ko).not.toMatch(/Invalid|expected|received/);
    expect(detail.en).toMatch(/^[A-Za-z]/);
  }
});
