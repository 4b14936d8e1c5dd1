import { z } from 'zod';
import { reachOf } from '../access/staff.ts';
import { absent } from '../contract/absent.ts';
import { receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { receiptOf } from '../contract/shapes.ts';
import { linesOf } from '../imports/csv.ts';
import { diseaseOrCovid, district, trueOrFalse } from '../schemas/basics.ts';
import { said } from '../schemas/said.ts';

const query = z.strictObject({
  source: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{0,60}$/,
      said('명단을 보관하는 곳의 영문 소문자 코드', 'who keeps the list, as a code in lower case'),
    ),
  district,
  disease: diseaseOrCovid,
  /** A column map that was kept. */
  map: z.uuid().optional(),
  /** `past`: episodes that are over or long ago are recorded, and nothing is started. */
  episodes: z.enum(['live', 'past']).default('live'),
  /** What a row is: a patient, or a visit of one whose list was imported before. */
  kind: z.enum(['patients', 'routes']).default('patients'),
  /** What would become of each row, and nothing else. */
  dryRun: trueOrFalse.default(false),
});

const EXAMPLE = `연번,성명,연락처,생년월일,성별,증상발생일,확진일,상태
P-1,홍길동,010-1234-5678,1980-01-02,남,2026-11-12,2026-11-14,격리중
`;

export const IMPORTS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/imports',
      load: 'heavy',
      tag: 'bulk-work',
      does: {
        ko: '환자 명단(CSV)을 올립니다. 행마다 결과가 남습니다.',
        en: 'Takes a list of patients as CSV. Every row gets its result.',
      },
      more: {
        ko: 'UTF-8과 EUC-KR(CP949)을 알아봅니다. 다르면 content-type의 charset으로 알려 주세요. 열은 저장해 둔 열 지도(map)대로 읽고, 없으면 열 이름을 보고 읽습니다. 꼭 있어야 하는 열은 listId, name, phone, dateOfBirth, confirmationDate입니다. 시도와 시군구가 있는 행은 그 관할로, 없는 행은 district로 등록합니다. 한 명단에 10,000명까지입니다. `dryRun=true`는 행마다 어떻게 될지만 알려 주고 아무것도 등록하지 않습니다. `episodes=past`는 이미 끝났거나 오래된 사례를 기록만 합니다(성명·연락처·생년월일이 없어도 됩니다). 이미 아는 사람인지 확진자번호, 전화, 성명과 생년월일로 비교하고, 애매하면 담당자 과업이 열립니다.',
        en: 'UTF-8 and EUC-KR (CP949) are told apart; name another by the charset of content-type. Columns are read by a kept column map, or by what they are called. No list goes without listId, name, phone, dateOfBirth and confirmationDate. A row that names its province and district is entered there, any other in `district`. A list holds up to 10,000 rows. With `dryRun=true` each row only says what would become of it, and nothing is entered. With `episodes=past` episodes that are over or long ago are recorded and nothing is started; these need no name, telephone or birth date. Patients are compared with everybody known by registry number, telephone, name and birth date; a doubtful one is a task.',
      },
      action: 'import:order',
      districtOf: ({ query: asked }) => asked.district,
      query,
      names: { map: 'kept' },
      body: z.string(),
      consumes: 'text/csv',
      example: EXAMPLE,
      needsKey: true,
      answer: { status: 201, schema: receiptOf('runId'), etag: true, location: true },
      problems: ['bulk-run', 'import', 'import-map/not-found'],
    },
    async ({ requests, importMaps }, { identity, staff, query: { map: mapId, kind, ...about }, body }) => {
      const within = reachOf(staff, 'import:order');
      const kept = mapId === undefined ? undefined : await importMaps.find(within, mapId);
      if (mapId !== undefined && kept === undefined) throw absent('import-map/not-found');
      const read = { ...linesOf(body), map: kept?.map, within };
      const asked = { ...identity(), ...about, ...read };
      const receipt = await (kind === 'routes'
        ? requests.requestRoutes(asked)
        : requests.requestImport(asked));
      return { ...receiptAnswer(receipt, 'runId'), location: `/bulk-runs/${receipt.id}` };
    },
  ),
];
