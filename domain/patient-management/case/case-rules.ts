import type { ReleaseRules } from '../../protocol/evaluation/release.ts';
import type { ContactHoursRule, ReleaseCheckRule } from '../../protocol/language/protocol.schema.ts';

/** What a protocol says about one case: handed to every decision, so that each knows its version and none knows a number. */
export type CaseRules = Readonly<{
  /** The version whose release rule it is: stored with every decision. */
  id: string;
  release: ReleaseRules;
  check: ReleaseCheckRule;
  contactHours: ContactHoursRule;
}>;
