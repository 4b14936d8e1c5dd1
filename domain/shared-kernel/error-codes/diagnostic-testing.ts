/** Refusals of tests, surveys, clinics and living support. */
export type DiagnosticTestingCode =
  | 'specimen/malformed'
  | 'test/already-ordered'
  | 'test/belongs-to-another-case'
  | 'test/not-found'
  | 'test/result-contradicts-earlier'
  | 'test/specimen-differs';
