/** Calls one activity with the line that an operator reads beside it in Temporal Web. */
export function told<Input, Output>(
  activity: { executeWithOptions(options: { summary: string }, args: [Input]): Promise<Output> },
  summary: string,
  input: Input,
): Promise<Output> {
  return activity.executeWithOptions({ summary }, [input]);
}
