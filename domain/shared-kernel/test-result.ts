/** 검사 결과. Pending is the absence of a result. */
export type TestResult = 'positive' | 'negative' | 'indeterminate';
/** A release test never reclassifies a case: only a diagnostic one can. */
export type CaseTestPurpose = 'diagnostic' | 'release';
/** A quarantine test belongs to a contact, who is no case. */
export type TestPurpose = CaseTestPurpose | 'quarantine';
