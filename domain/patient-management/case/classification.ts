/** 사례 분류. A release test never changes it; only its own transitions do, each with a reason. */
export type Classification = 'suspected' | 'probable' | 'confirmed' | 'notACase';

export type ClassificationReason =
  | 'opened'
  | 'list'
  | 'diagnosis'
  | 'test'
  | 'clinician'
  | 'epidemiological-link'
  | 'clinical-picture'
  | 'laboratory-evidence'
  | 'entered-by-mistake'
  | 'wrong-result'
  | 'wrong-person';

/** One step of a case's classification. */
export type ClassificationStep = Readonly<{ to: Classification; at: string; because: ClassificationReason }>;
