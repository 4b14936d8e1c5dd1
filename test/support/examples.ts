/** A request of a document and the answer printed beside it. */
export type Example = Readonly<{
  method: string;
  path: string;
  body: string | undefined;
  answer: string;
  line: number;
}>;

const PAIR = /```http\n(GET|POST) (\S+)\n(?:\n([\s\S]*?)\n)?```\n\n```json\n([\s\S]*?)\n```/g;

/** Every pair of a request (```http) and the answer after it (```json). */
export const examplesIn = (text: string): readonly Example[] =>
  [...text.matchAll(PAIR)].map(({ index, 1: method = '', 2: path = '', 3: body, 4: answer = '' }) => ({
    method,
    path,
    body,
    answer,
    line: text.slice(0, index).split('\n').length,
  }));
