import { reachOf, type Staff } from '../access/staff.ts';
import { absent } from '../contract/absent.ts';
import { listing, reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { receiptOf } from '../contract/shapes.ts';
import { linesOf } from '../imports/csv.ts';
import { nothing } from '../schemas/basics.ts';
import {
  importMapBody,
  importMapListQuery,
  importMapShown,
  suggestionBody,
  suggestionShown,
} from '../schemas/import-maps.ts';
import { ofImportMap } from '../schemas/params.ts';

const maps = { tag: 'bulk-work', action: 'import-map:keep' } as const;
const name = 'importMapId';
const within = (staff: Staff): readonly string[] => reachOf(staff, 'import-map:keep');

const EXAMPLE = {
  name: '시도 환자 명단',
  district: '11110',
  map: {
    columns: {
      listId: '연번',
      name: '성명',
      phone: '연락처',
      dateOfBirth: '생년월일',
      confirmationDate: '확진일',
    },
    days: { confirmationDate: 'YYYY.MM.DD' as const },
    words: { sex: { '1': 'male' as const, '2': 'female' as const } },
  },
};

/** How lists name their columns: suggested, kept for an office, used again. */
export const IMPORT_MAPS: readonly Endpoint[] = [
  endpoint(
    {
      ...maps,
      method: 'post',
      path: '/import-maps/suggestion',
      does: {
        ko: '명단의 첫 줄을 보고 열 지도를 제안합니다.',
        en: 'Suggests a column map by the first line of a list.',
      },
      more: {
        ko: '열 이름(headings)이나 파일의 첫 몇 줄(lines, 그대로 붙여 넣은 CSV)을 보냅니다. 줄이 있으면 날짜를 적는 방식도 알아봅니다. 한국어 열 이름, 표준 용어, SORMAS·Go.Data·Sara Alert의 이름을 압니다. 아무것도 저장하지 않습니다.',
        en: 'Send the headings, or the first lines of the file as they stand (CSV): lines also tell how days are written. Korean labels, the standard terms and the names of SORMAS, Go.Data and Sara Alert are known. Nothing is kept.',
      },
      body: suggestionBody,
      example: { headings: ['연번', '성명', '연락처', '생년월일', '확진일'] },
      answer: { status: 200, schema: suggestionShown },
      problems: ['import/malformed', 'import/too-many-rows'],
    },
    async ({ requests }, { body }) => {
      if ('headings' in body) return { body: requests.suggestMap({ headings: body.headings, lines: [] }) };
      const { headings, lines } = linesOf(body.lines);
      return { body: requests.suggestMap({ headings, lines: lines.map(({ cells }) => cells) }) };
    },
  ),
  endpoint(
    {
      ...maps,
      method: 'post',
      path: '/import-maps',
      does: {
        ko: '열 지도를 보건소 이름으로 저장합니다.',
        en: 'Keeps a column map for an office, under a name.',
      },
      more: {
        ko: '`columns`는 표준 용어마다 명단의 열 이름을, `days`는 날짜를 적는 방식을, `words`는 명단이 쓰는 말의 뜻을 적습니다. 남/여, 격리/해제/사망처럼 흔한 말은 적지 않아도 압니다. 이름에는 개인정보를 적지 마세요.',
        en: '`columns` names the column of each standard term, `days` how days are written, `words` what the words of the list mean; common words for sex and state are understood without. Write nothing of a person into the name.',
      },
      districtOf: ({ body }) => body.district,
      body: importMapBody,
      example: EXAMPLE,
      needsKey: true,
      answer: { status: 201, schema: receiptOf(name), etag: true, location: true },
      problems: ['import-map/name-taken'],
    },
    async ({ requests }, { body, identity }) => {
      const receipt = await requests.saveMap({ ...identity(), ...body });
      return { ...receiptAnswer(receipt, name), location: `/import-maps/${receipt.id}` };
    },
  ),
  listing(
    {
      ...maps,
      path: '/import-maps',
      does: { ko: '우리 보건소의 열 지도를 봅니다.', en: 'The column maps of your offices.' },
      query: importMapListQuery,
      item: importMapShown,
    },
    ({ importMaps }, { query, staff }) => importMaps.list(within(staff), query),
    ({ importMapId }) => importMapId,
  ),
  reading(
    {
      ...maps,
      path: '/import-maps/:importMapId',
      does: { ko: '열 지도 하나를 봅니다.', en: 'One column map.' },
      params: ofImportMap,
      names: { importMapId: 'kept' },
      shows: importMapShown,
      problems: ['import-map/not-found'],
    },
    async ({ importMaps }, { params, staff }) => {
      const body = await importMaps.find(within(staff), params.importMapId);
      if (body === undefined) throw absent('import-map/not-found');
      return { version: body.version, body };
    },
  ),
  endpoint(
    {
      ...maps,
      method: 'post',
      path: '/import-maps/:importMapId/replacement',
      districtOf: ({ body }) => body.district,
      does: { ko: '열 지도를 새 내용으로 바꿉니다.', en: 'Replaces a column map.' },
      params: ofImportMap,
      names: { importMapId: 'kept' },
      body: importMapBody,
      example: EXAMPLE,
      needsKey: true,
      needsVersion: true,
      answer: { status: 200, schema: receiptOf(name), etag: true },
      problems: ['import-map'],
    },
    async ({ requests }, { params, body, staff, identity, expectedVersion }) => {
      const ask = { ...identity(), ...body, id: params.importMapId, expectedVersion: expectedVersion() };
      return receiptAnswer(await requests.replaceMap({ ...ask, within: within(staff) }), name);
    },
  ),
  endpoint(
    {
      ...maps,
      method: 'post',
      path: '/import-maps/:importMapId/removal',
      does: { ko: '열 지도를 지웁니다.', en: 'Removes a column map.' },
      params: ofImportMap,
      names: { importMapId: 'kept' },
      body: nothing,
      example: {},
      needsKey: true,
      needsVersion: true,
      answer: { status: 200, schema: receiptOf(name), etag: true },
      problems: ['import-map/not-found'],
    },
    async ({ requests }, { params, staff, identity, expectedVersion }) => {
      const ask = { ...identity(), id: params.importMapId, expectedVersion: expectedVersion() };
      return receiptAnswer(await requests.removeMap({ ...ask, within: within(staff) }), name);
    },
  ),
];
