/** In SQL: a round has asked this case or contact (`id`: a uuid), and is still open for the answer. */
export const isAskedByRound = (kind: 'case' | 'contact', id: string): string =>
  `exists (select from follow_up f where f.subject_id = ${id} and f.subject_kind = '${kind}' and f.state = 'asked')`;
