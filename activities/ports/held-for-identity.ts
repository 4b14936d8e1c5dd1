/** Something that reaches out is held until a person has resolved whose case it is. */
export class HeldForIdentity extends Error {
  constructor(caseId: string) {
    super(`held: identity in doubt, case ${caseId}`);
    this.name = 'HeldForIdentity';
  }
}
