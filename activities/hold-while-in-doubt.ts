import type { CaseState } from '../domain/patient-management/case/case.state.ts';

/** Something that reaches out is held: the step is tried again until a person has resolved the identity. */
export class HeldForIdentity extends Error {
  constructor(caseId: string) {
    super(`held: identity in doubt, case ${caseId}`);
    this.name = 'HeldForIdentity';
  }
}

/** 신원 의심: nobody is notified, registered or paid until a person resolves it. @throws HeldForIdentity */
export function holdWhileInDoubt({ identityInDoubt }: CaseState, caseId: string): void {
  if (identityInDoubt !== undefined) throw new HeldForIdentity(caseId);
}
