import { textSeal } from '../../activities/adapters/postgres/sealed-text.ts';
import { personSeals } from '../../activities/adapters/postgres/sealed-person.ts';

/** 32 bytes each, for tests only. */
const SECRET = Buffer.alloc(32, 7).toString('base64');
const INDEX_KEY = Buffer.alloc(32, 9).toString('base64');

/** As the configuration holds them. */
export const PERSONAL_ENVIRONMENT = { PERSONAL_KEYS: `k1=${SECRET}`, PERSONAL_INDEX_KEY: INDEX_KEY };

const masterKeys = [{ id: 'k1', secret: SECRET }];
export const seals = personSeals({ masterKeys, indexKey: INDEX_KEY });
export const inboxSeal = textSeal(masterKeys);
