/** In SQL: that a contact is open, worded as its index is. `of`: the name under which the query reads its row. */
export const isOpenContact = (of = 'contact'): string => `${of}.stage in ('named', 'graded', 'follow-up')`;
