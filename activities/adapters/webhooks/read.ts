/** Reads a signed body. `Without<Message>` is the message but for its id. @throws ZodError */
export type Read<Message> = (body: unknown) => Without<Message>;

export type Without<Message> = Message extends unknown ? Omit<Message, 'messageId'> : never;
