import type { Request, Response } from 'express';

export type Words = Readonly<{ ko: string; en: string }>;

/** What is wrong, where, and what to do next. `pointer` is a JSON pointer into the body, or a header's name. */
export type FieldError = Readonly<{ pointer: string; code: string; detail: Words }>;

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

/** Korean first; English where the client asks for it. */
export const languageOf = (request: Request): keyof Words =>
  request.acceptsLanguages('ko', 'en') === 'en' ? 'en' : 'ko';

const said = ({ detail, ...place }: FieldError, language: keyof Words) => ({
  ...place,
  detail: detail[language],
});

const RETRY_AFTER_SECONDS = '2';

/** RFC 9457. */
export function sendProblem(response: Response, { code, status, title, errors, more }: Problem): void {
  const language = languageOf(response.req);
  if (status === 429 || status === 503) response.set('retry-after', RETRY_AFTER_SECONDS);
  response
    .status(status)
    .set('content-language', language)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/problems/${code}`,
        title: title[language],
        status,
        code,
        ...more,
        ...(errors === undefined ? {} : { errors: errors.map((one) => said(one, language)) }),
      }),
    );
}
