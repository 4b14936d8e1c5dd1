/** It is about nobody and nothing that we know: it is laid aside for a person, with what it says. */
export class MessageUnplaced extends Error {
  readonly code: `message/${'unknown-sender' | 'unknown-key'}`;

  constructor(code: MessageUnplaced['code']) {
    super(code);
    this.name = 'MessageUnplaced';
    this.code = code;
  }
}
