import { accessToken } from '../launcher/access-token.ts';
import { credentials } from '../launcher/credentials.ts';
import { issuerOf } from '../launcher/environment.ts';
import { loadDotEnv, settings } from '../launcher/settings.ts';
import { accountFrom } from './account.ts';
import { USAGE } from './usage.ts';

/** Standard output is for the token alone, so that a shell can take it. */
const args = process.argv.slice(2);
if (args.length === 0) {
  console.log(USAGE);
  process.exit(2);
}
try {
  loadDotEnv();
  const set = settings();
  const account = accountFrom(args);
  console.log(await accessToken(issuerOf(set), credentials(set.dataDir).identity.secret, account));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error('도움말: npm run --silent token. Help: npm run --silent token.');
  process.exit(1);
}
