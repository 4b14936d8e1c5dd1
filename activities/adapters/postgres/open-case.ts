import { CLOSED_STAGES } from '../../../domain/patient-management/case/case.state.ts';

/** In SQL: that a case is open, worded as the indexes of open cases are. `of`: the name under which the query reads its row. */
export const isOpenCase = (of = 'disease_case'): string =>
  `${of}.stage not in (${CLOSED_STAGES.map((stage) => `'${stage}'`).join(', ')})`;
