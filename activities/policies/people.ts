import type { PersonEvent } from '../../domain/patient-management/person/person.events.ts';
import { tell, type Reactions } from './reaction.ts';

const GOODS_FIND_THEIR_WAY = tell(
  'supplyDelivery',
  'supplies of the person, still to be ordered',
  'whenever an address may have become known: supplies that waited for one are ordered',
);

/** What follows when something becomes known of a human being. */
export const PEOPLE: Readonly<Record<PersonEvent['type'], Reactions>> = {
  PersonRegistered: 'none',
  PersonalValuesCorrected: 'none',
  PersonMoved: [GOODS_FIND_THEIR_WAY],
  PreferredChannelChanged: 'none',
  HouseholdJoined: 'none',
  HouseholdLeft: 'none',
  GuardianAppointed: 'none',
  GuardianRemoved: 'none',
  PersonMerged: [
    tell(
      'livingSupport',
      'claims of the person',
      'whenever a record is merged into another: the payment officer looks at its claim before anything is paid',
    ),
    GOODS_FIND_THEIR_WAY,
  ],
  MergeUndone: [
    tell('livingSupport', 'claims of the person', 'whenever a merge is undone: its claim is paid as before'),
    GOODS_FIND_THEIR_WAY,
  ],
  PersonErased: 'none',
};
