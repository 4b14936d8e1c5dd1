/** How long something took, for people. */
const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)}s`;

export type Say = (line: string) => void;

/** A step of the start: a line when it is done, a sign of life every two seconds until then. */
export function stepper(say: Say) {
  return async <Result>(
    name: string,
    work: (progress: (what: string) => void) => Promise<Result>,
    describe: (result: Result) => string,
  ): Promise<Result> => {
    const begun = performance.now();
    let doing = '';
    const alive = setInterval(() => say(`[.. ${seconds(begun)}] ${name} ${doing}`.trimEnd()), 2_000);
    try {
      const result = await work((what) => {
        doing = what;
      });
      say(`[ok ${seconds(begun)}] ${name} ${describe(result)}`.trimEnd());
      return result;
    } catch (error) {
      say(`[!! ${seconds(begun)}] ${name}: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      clearInterval(alive);
    }
  };
}
