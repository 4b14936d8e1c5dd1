type Waiting<Answer> = Readonly<{
  key: string;
  done: (answer: Answer) => void;
  failed: (error: unknown) => void;
}>;

/** Beyond it an index would be asked more than a statement should. */
const AT_ONCE = 500;

/**
 * Asks the store for many at once: whoever comes while one question is under way is part of the next. So every answer is
 * of a moment after its question came, as if each had been asked by itself.
 */
export function together<Answer>(ask: (keys: readonly string[]) => Promise<(key: string) => Answer>) {
  const waiting: Waiting<Answer>[] = [];
  let isUnderWay = false;
  const askNext = async (): Promise<void> => {
    const group = waiting.splice(0, AT_ONCE);
    try {
      const answerOf = await ask([...new Set(group.map(({ key }) => key))]);
      for (const { key, done } of group) done(answerOf(key));
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  };
  const workOff = async (): Promise<void> => {
    isUnderWay = true;
    while (waiting.length > 0) await askNext();
    isUnderWay = false; // in the same turn in which nobody waited
  };
  return (key: string): Promise<Answer> =>
    new Promise((done, failed) => {
      waiting.push({ key, done, failed });
      if (!isUnderWay) void workOff();
    });
}
