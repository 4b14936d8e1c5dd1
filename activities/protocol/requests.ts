import { evaluateProtocol } from './evaluate-protocol.ts';
import { publishProtocol } from './publish-protocol.ts';
import { compareProtocols, listProtocols, readProtocol } from './read-protocols.ts';
import { whatIf } from './what-if.ts';
import type { Uses } from '../uses.ts';

/** Disease protocols: what people and machines ask for. */
export const protocolRequests = (uses: Uses) => ({
  evaluateProtocol: evaluateProtocol(uses),
  publishProtocol: publishProtocol(uses),
  readProtocol: readProtocol(uses),
  listProtocols: listProtocols(uses),
  compareProtocols: compareProtocols(uses),
  whatIf: whatIf(uses),
});
