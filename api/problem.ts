import type { Response } from 'express';

export type Words = Readonly<{ ko: string; en: string }>;

/** What is wrong, where, and what to do next. `pointer` is a JSON pointer into the body, or a header's name. */
export type FieldError = Readonly<{ pointer: string; code: string; detail: string }>;

export type Problem = Readonly<{
  /** Stable; the problem's type is `/problems/<code>`. */
  code: string;
  status: number;
  title: Words;
  errors?: readonly FieldError[];
  /** Further members, ids and numbers only. */
  more?: Readonly<Record<string, string | number>>;
}>;

/** A refusal on its way to the client. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** RFC 9457. Korean first; English where the client asks for it. */
export function sendProblem(response: Response, { code, status, title, errors, more }: Problem): void {
  const english = response.req.acceptsLanguages('ko', 'en') === 'en';
  response
    .status(status)
    .set('content-language', english ? 'en' : 'ko')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/problems/${code}`,
        title: english ? title.en : title.ko,
        status,
        code,
        ...more,
        ...(errors === undefined ? {} : { errors }),
      }),
    );
}
