import type { ProtocolChoice } from '../../domain/patient-management/case/case.commands.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import { storedVersion } from '../protocol-version.ts';
import type { Uses } from '../uses.ts';
import { withdrawChoice } from '../withdraw-choice.ts';
import type { CaseRequest } from './change-case.ts';

export type ChooseProtocolInput = CaseRequest & Readonly<{ protocol: string; reason: ProtocolChoice }>;

/**
 * An officer applies a newer version to one person, where its release rule leaves the choice: whoever was to decide that, or
 * about an earlier one, is asked no more.
 * @throws NotFound `protocol/not-found`, RuleBroken `protocol/leaves-no-choice`
 */
export const chooseProtocol =
  (uses: Uses) =>
  async (input: ChooseProtocolInput): Promise<Receipt> => {
    const { caseId, reason, by } = input;
    const version = await storedVersion(uses.protocols, input.protocol);
    const { id: protocol, disease, rules } = version;
    const { state } = (await uses.cases.load(caseId)).aggregate;
    if (disease !== state.disease || rules.caseRelease?.appliesTo !== 'openEpisodesOptional') {
      throw new RuleBroken('protocol/leaves-no-choice', { version: protocol });
    }
    const at = Instant.of(await uses.clock.now());
    const receipt = await change(uses.cases, caseId, input, (aCase) =>
      aCase.execute({ type: 'ChooseProtocol', protocol, reason, by, at }),
    );
    await withdrawChoice(uses, { caseId, at: at.toString() }, version);
    return receipt;
  };
