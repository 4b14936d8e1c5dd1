import { expect, test } from '@jest/globals';
import { together } from '../../../api/read-models/together.ts';

/** A store that answers when it is let, and with what it knew when it was asked. */
function store() {
  const known = new Set<string>();
  const asked: (readonly string[])[] = [];
  const gates: ((broken?: Error) => void)[] = [];
  const ask = together(async (keys) => {
    asked.push(keys);
    const then = new Set(known);
    await new Promise<void>((resolve, reject) =>
      gates.push((broken) => (broken === undefined ? resolve() : reject(broken))),
    );
    return (key) => then.has(key);
  });
  const answer = async (broken?: Error): Promise<void> => {
    gates.shift()?.(broken);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { known, asked, ask, answer };
}

test('whoever comes while one is asked about is asked about with all who come then', async () => {
  const { asked, ask, answer } = store();
  const all = [ask('a'), ask('b'), ask('c'), ask('b')];
  await answer();
  await answer();
  expect(await Promise.all(all)).toEqual([false, false, false, false]);
  expect(asked).toEqual([['a'], ['b', 'c']]);
  const later = ask('d');
  await answer();
  expect([await later, asked.length]).toEqual([false, 3]);
});

test('nobody is told what was known before they asked', async () => {
  const { known, ask, answer } = store();
  const before = ask('kim');
  known.add('kim'); // revoked while the first question is under way
  const after = ask('kim');
  await answer();
  await answer();
  expect([await before, await after]).toEqual([false, true]);
});

test('a question that fails fails for those who asked it alone', async () => {
  const { ask, answer } = store();
  const [first, second] = [ask('a').catch(() => 'failed'), ask('b').catch(() => 'failed')];
  await answer(new Error('no store'));
  await answer();
  expect([await first, await second]).toEqual(['failed', false]);
});
