/** An SMS gateway that takes every text, and finds what it took. */
export function gateway() {
  const sent: string[] = [];
  const taken = { providerMessageId: 'm' };
  const texts = {
    findByKey: async (key: string) => (sent.includes(key) ? taken : undefined),
    send: async ({ key }: { key: string }) => {
      sent.push(key);
      return taken;
    },
  };
  return { sent, texts };
}
