import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 검사기관: the code of a laboratory, 1 to 32 letters, digits and hyphens. */
export type LaboratoryCode = string & { readonly __kind: 'laboratory' };

/** @throws InvalidValue `laboratory/malformed` */
export function laboratoryCode(text: string): LaboratoryCode {
  if (!/^[A-Za-z0-9-]{1,32}$/.test(text)) throw new InvalidValue('laboratory/malformed');
  return text as LaboratoryCode;
}
