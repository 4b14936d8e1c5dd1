import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Sealed } from '../../ports/personal-values.ts';
import type { WebhookSecrets } from '../../ports/webhook-secrets.ts';
import type { TextSeal } from './sealed-text.ts';

const BYTES = 32;

export function pgWebhookSecrets(pool: pg.Pool, seal: TextSeal): WebhookSecrets {
  return {
    async make(subscriptionId, secretId) {
      const sealed = seal.seal(secretId, randomBytes(BYTES).toString('base64url'));
      await pool.query(
        'insert into webhook_secret (id, subscription_id, sealed) values ($1, $2, $3) on conflict (id) do nothing',
        [secretId, subscriptionId, JSON.stringify(sealed)],
      );
    },
    async open(secretIds) {
      const { rows } = await pool.query<{ id: string; sealed: Sealed }>(
        'select id, sealed from webhook_secret where id = any ($1::uuid[])',
        [secretIds],
      );
      return secretIds.map((id) => {
        const row = rows.find((one) => one.id === id);
        if (row === undefined) throw new TypeError('a secret of the subscription is gone');
        return seal.open(id, row.sealed);
      });
    },
    async keepOnly(subscriptionId, secretIds) {
      await pool.query(
        `delete from webhook_secret where subscription_id = $1 and id <> all ($2::uuid[]) and made_at <= coalesce(
           (select max(made_at) from webhook_secret where id = any ($2::uuid[])), 'infinity')`,
        [subscriptionId, secretIds],
      );
    },
  };
}
