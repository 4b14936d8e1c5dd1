import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** Which version of the disease protocol gave a date: letters, digits and `. _ / @ -`, for example `kr-covid-19/2020-06-25`. */
export type ProtocolVersion = string & { readonly __kind: 'protocol-version' };

/** @throws InvalidValue `isolation/protocol-malformed` */
export function protocolVersion(text: string): ProtocolVersion {
  if (!/^[A-Za-z0-9._/@-]{1,100}$/.test(text)) throw new InvalidValue('isolation/protocol-malformed');
  return text as ProtocolVersion;
}
