/** More than any sensible answer: some ten thousand raw records. */
const MOST_BYTES = 4 * 1_024 * 1_024;

export class TooLarge extends Error {}

/** The answer's text, read no further than it may be long. @throws TooLarge */
export async function boundedText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the rest and closes the connection.
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
