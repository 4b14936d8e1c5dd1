/** Everything that a record holds, payload bytes as text. */
export function decoded(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    const bytes = inner as { type?: string; data?: number[] };
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('utf8');
    if (bytes?.type === 'Buffer' && Array.isArray(bytes.data))
      return Buffer.from(bytes.data).toString('utf8');
    return inner;
  });
}
