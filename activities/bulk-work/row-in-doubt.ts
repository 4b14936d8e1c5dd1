import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import type { ImportRows } from '../ports/import-rows.ts';

export type RowInDoubt = Readonly<{
  line: number;
  /** Whom it may be. */
  personId: string;
  taskId: string;
  listId: string;
  name: string;
  dateOfBirth: string;
  sex: string;
  phone: string;
}>;

/** What a list says of somebody who may be known, for whoever decides. @throws NotFound `import/row-not-in-doubt` */
export const rowInDoubt =
  ({ importRows }: Readonly<{ importRows: ImportRows }>) =>
  async ({ runId, line }: Readonly<{ runId: string; line: number }>): Promise<RowInDoubt> => {
    const doubt = await importRows.doubt(runId, line);
    if (doubt === undefined) throw new NotFound('import/row-not-in-doubt', { line });
    const { patientId: listId, name, phone, birthDate: dateOfBirth, sex } = doubt.open();
    const { personId, taskId } = doubt;
    return { line, personId, taskId, listId, name, dateOfBirth, sex, phone };
  };
