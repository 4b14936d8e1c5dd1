import { jurisdictionsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import { reachOf } from '../access/staff.ts';
import { listing } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { exportedFileListed, exportedFilesQuery } from '../schemas/export-requests.ts';

/** What left the house, for auditors: with an approval and without. */
export const EXPORTED_FILES: readonly Endpoint[] = [
  listing(
    {
      path: '/exports/files',
      tag: 'exports',
      does: {
        ko: '누가 언제 어떤 명단을 몇 행, 어떤 형식으로 내려받았는지 새것부터 봅니다.',
        en: 'Who took which list out, when, in which format and with how many rows; the newest first.',
      },
      more: {
        ko: '승인 없이 바로 받은 파일과 승인받은 파일(`exportId`)이 함께 나옵니다. 파일이 다룬 관할이 모두 내 관할 안에 있는 것만 보입니다. districts는 그 관할이며 00은 전국입니다. 열과 조건은 이름만 남습니다. 끝까지 받지 못한 파일은 `outcome`이 broken입니다. `from`은 포함, `to`는 제외입니다.',
        en: 'Files that were taken at once stand beside those that were approved (`exportId`). You see those of which every district is within your reach. Of districts, 00 is the country. Of columns and filters the names alone are kept. A file that was not received whole is `broken`. `from` counts, `to` does not.',
      },
      action: 'audit:read',
      query: exportedFilesQuery,
      item: exportedFileListed,
    },
    async ({ exportedFiles }, { query, staff }) =>
      (await exportedFiles(query, reachOf(staff, 'audit:read'))).map((file) => ({
        ...file,
        districts: file.districts && jurisdictionsOf(file.districts),
      })),
    ({ fileId }) => fileId,
  ),
];
