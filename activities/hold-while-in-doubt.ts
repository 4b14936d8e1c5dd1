import { HeldForIdentity } from './ports/held-for-identity.ts';
import type { CaseState } from '../domain/patient-management/case/case.state.ts';

/** 신원 의심: nobody is notified, registered or paid until a person resolves it. @throws HeldForIdentity */
export function holdWhileInDoubt({ identityInDoubt }: CaseState, caseId: string): void {
  if (identityInDoubt !== undefined) throw new HeldForIdentity(caseId);
}
