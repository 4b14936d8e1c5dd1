import { ROLES } from '../../api/access/roles.ts';

/** What to type, with every role there is. */
export const USAGE = [
  '개발용 접근 토큰을 출력합니다(8시간 유효). npm start가 실행 중이어야 합니다.',
  'Prints an access token for development, valid for eight hours. npm start has to run.',
  '',
  '  npm run --silent token -- --role investigator --district 11110',
  '  npm run --silent token -- --role supervisor --role patient-manager --district 11110',
  '  npm run --silent token -- --staff headquarters',
  '',
  '  --role      역할, 여러 번 쓸 수 있음 · a role, may be given several times',
  '  --district  관할: 보건소 다섯 자리, 시·도 두 자리, 전국 00 · an office (five digits), a province (two), the country (00)',
  '  --staff     계정 · an account: headquarters, auditor, kdca-approver, officer (모든 역할 every role), supervisor-11, …',
  '',
  '역할 roles:',
  ...Object.entries(ROLES).map(([role, { name }]) => `  ${role.padEnd(24)}${name.ko} · ${name.en}`),
].join('\n');
