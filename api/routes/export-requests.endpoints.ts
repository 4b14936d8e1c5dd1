import { reachOf } from '../access/staff.ts';
import { refusedAs } from '../contract/absent.ts';
import { command, listing, reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { receiptOf } from '../contract/shapes.ts';
import { approvedFile } from '../exports/approved.ts';
import { TYPES } from '../exports/file.ts';
import { nothing } from '../schemas/basics.ts';
import {
  exportBody,
  exportListed,
  exportListQuery,
  exportRefusalBody,
  exportShown,
} from '../schemas/export-requests.ts';
import { fileShown } from '../schemas/exports.ts';
import { ofExport } from '../schemas/params.ts';

const one = { tag: 'exports', about: 'export', params: ofExport } as const;
const decision = { ...one, action: 'export:approve', name: 'exportId', problems: ['export'] } as const;

/** Each filter's values as they were sent, which is how the list reads them again. */
const asSent = (body: unknown): Record<string, readonly string[]> => {
  const { filters } = body as Readonly<{ filters: Readonly<Record<string, string | readonly string[]>> }>;
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value].flat()]));
};

/** 내보내기: lists that say who somebody is, after another person's approval. */
export const EXPORT_REQUESTS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/exports',
      tag: 'exports',
      does: {
        ko: '신원이 들어 있는 명단의 내보내기를 요청합니다. 다른 책임자가 승인해야 받을 수 있습니다.',
        en: 'Asks to take out a list that says who people are; somebody else has to approve it.',
      },
      more: {
        ko: '한 관할(district)의 명단입니다. filters는 라인리스트의 조건과 같습니다. 관할의 관리 책임자나 보건소장의 업무 목록에 오르며, 72시간 안에 결정되지 않으면 끝납니다. 승인되면 요청한 사람이 24시간 안에 세 번까지 GET /exports/{id}/file로 받습니다. 파일은 받을 때 만들어지며 서버에 남지 않습니다.',
        en: 'The list is that of one district; filters are those of the line list. It lies on the worklist of that district’s supervisors and director, and is over when nobody decides within 72 hours. Once it is approved, who asked takes the file with GET /exports/{id}/file within 24 hours, three times at most. It is made when it is taken and never kept on the server.',
      },
      action: 'export:request',
      needsKey: true,
      districtOf: ({ body }) => body.district,
      names: { 'filters.sourceCaseId': 'filter', 'filters.personId': 'filter' },
      body: exportBody,
      example: {
        list: 'cases',
        format: 'csv',
        district: '11110',
        purpose: 'follow-up',
        columns: ['caseId', 'name', 'phone', 'stage'],
        filters: { stage: ['home-treatment'] },
      },
      problems: ['export', 'district/unknown'],
      answer: { status: 201, schema: receiptOf('exportId'), etag: true, location: true },
    },
    async ({ requests }, { identity, body, request }) => {
      const receipt = await requests.requestExport({ ...identity(), ...body, filters: asSent(request.body) });
      return { ...receiptAnswer(receipt, 'exportId'), location: `/exports/${receipt.id}` };
    },
  ),
  listing(
    {
      path: '/exports',
      tag: 'exports',
      does: {
        ko: '내보내기 요청을 새것부터 봅니다.',
        en: 'What was asked to be taken out, the newest first.',
      },
      action: 'export:read',
      query: exportListQuery,
      item: exportListed,
    },
    ({ exportList }, { query, staff }) => exportList(query, reachOf(staff, 'export:read')),
    ({ exportId }) => exportId,
  ),
  reading(
    {
      ...one,
      path: '/exports/:id',
      does: {
        ko: '내보내기 요청과 그 결정, 파일을 받은 내역을 봅니다.',
        en: 'What was asked to be taken out, how it was decided, and each time that it was taken.',
      },
      action: 'export:read',
      shows: exportShown,
    },
    async ({ exportPage }, { params: { exportId } }) => {
      const found = await exportPage(exportId);
      if (found === undefined) throw refusedAs('export');
      return { version: found.version, body: found };
    },
  ),
  command(
    {
      ...decision,
      path: '/exports/:id/approval',
      does: {
        ko: '내보내기를 승인합니다. 본인의 요청은 승인할 수 없습니다.',
        en: 'Approves an export. Nobody approves a request of their own.',
      },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.approveExport(ask),
  ),
  command(
    {
      ...decision,
      path: '/exports/:id/refusal',
      does: { ko: '내보내기를 반려합니다.', en: 'Refuses an export.' },
      body: exportRefusalBody,
      example: { reason: 'too-much' },
    },
    (requests, ask) => requests.refuseExport(ask),
  ),
  endpoint(
    {
      ...one,
      method: 'get',
      path: '/exports/:id/file',
      load: 'files',
      does: {
        ko: '승인받은 파일을 받습니다. 받을 때마다 횟수가 줄어듭니다.',
        en: 'Takes the file that was approved. Each time counts.',
      },
      more: {
        ko: '요청한 사람만 받습니다. 파일에 나온 사람마다 열람 기록이 남습니다. 도중에 오류가 나면 연결이 끊깁니다. 끊긴 파일은 쓰지 말고 다시 받으세요.',
        en: 'Only who asked for it. Everybody who stands in the file is on record. If something fails on the way the connection breaks off: do not use such a file, take it again.',
      },
      action: 'export:request',
      alsoNeeds: () => 'person:identify',
      problems: ['export'],
      answer: { status: 200, type: TYPES.csv, schema: fileShown, alsoAs: [TYPES.xlsx, TYPES.fhir] },
    },
    approvedFile,
  ),
];
