/** A case's isolation. `row` has subject_kind and subject_id. */
export const isolationOfCase = (row: string, columns = 'i.id, i.stage, i.state'): string =>
  `select ${columns} from isolation i
    where ${row}.subject_kind = 'case' and i.case_id = ${row}.subject_id::text and i.kind = 'isolation'`;
/**
 * A case's isolation, or every quarantine of a contact's person, the ended ones too: for a `from`. `row` has person_id,
 * subject_kind and subject_id.
 */
export const isolationOf = (row: string): string => `lateral (
    ${isolationOfCase(row)}
    union all
    select i.id, i.stage, i.state from isolation i
    where ${row}.subject_kind = 'contact' and i.person_id = ${row}.person_id::text and i.kind = 'quarantine') i`;
