import { createHash } from 'node:crypto';
import type { ExportedRow, Pages } from './csv.ts';
import type { Entry } from './fhir-resources.ts';
import { urn } from './fhir-words.ts';

/** A resource of its own beside a record: the same id each time that it is exported. */
function idUnder(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const version = `5${hex.slice(13, 16)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), version, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

const entry = ({ under, resource }: Entry): string => {
  const id = under === undefined ? String(resource.id) : idUnder(under);
  return JSON.stringify({ fullUrl: urn(id), resource: { ...resource, id } });
};

/**
 * One Bundle of the type `collection`, written as it is read: cut off, it is no JSON any more. Somebody with several cases
 * stands in it once, since every resource of a bundle has an address of its own.
 */
export async function* fhirOf(
  pages: Pages,
  resourcesOf: (row: ExportedRow) => readonly Entry[],
  timestamp: string,
): AsyncGenerator<string> {
  yield JSON.stringify({ resourceType: 'Bundle', type: 'collection', timestamp, entry: [] }).slice(0, -2);
  const people = new Set<string>();
  let separator = '';
  for await (const rows of pages) {
    let page = '';
    for (const one of rows.flatMap(resourcesOf)) {
      const { resourceType, id = '' } = one.resource;
      if (resourceType === 'Patient' && people.has(id)) continue;
      if (resourceType === 'Patient') people.add(id);
      page += `${separator}\n${entry(one)}`;
      separator = ',';
    }
    yield page;
  }
  yield '\n]}\n';
}
