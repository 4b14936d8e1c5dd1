import { HouseholdSize } from '../../domain/diagnostic-testing/living-support/household-size.ts';
import { StatedFacts, type StatedFact } from '../../domain/diagnostic-testing/living-support/stated-facts.ts';
import { parsed, present } from './asked.ts';
import { livingSupportCommand, type LivingSupportAsked } from './living-support-command.ts';

export type StateLivingSupportFactsInput = LivingSupportAsked &
  Readonly<{ facts: Readonly<Record<string, StatedFact>>; householdSize?: number | undefined }>;

/** The payment officer states what nobody else knows: paid leave, income, who of the household was isolated. */
export const stateLivingSupportFacts = livingSupportCommand<StateLivingSupportFactsInput>((input, by) => ({
  type: 'StateLivingSupportFacts',
  facts: StatedFacts.of(input.facts),
  ...present({ householdSize: parsed(input.householdSize, (people) => HouseholdSize.of(people)) }),
  ...by,
}));
