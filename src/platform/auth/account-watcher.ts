import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { addMinutes } from '../../kernel/calendar.ts';
import type { App } from '../context.ts';
import { networkOf } from '../proxies.ts';
import { accountById } from './account.ts';
import { queueAccountLetter } from './account-letters.ts';
import { type AccountEvent, type AccountEventKind, recordAccountEvent } from './account-events.ts';
import type { Watcher } from './watch-accounts.ts';

type Holder = Pick<App, 'database' | 'clock' | 'log' | 'jobs' | 'post' | 'secret' | 'url'>;

/** An authenticator's code is accepted for half a minute before and after its own; ten times that is safe. */
const codeMinutes = 5;

/** What the application does when something happens to an account: log, remember, and tell its owner by letter. */
export function accountWatcher(app: () => Holder): Watcher {
  return {
    async record(event) {
      await recordAccountEvent(app(), event);
      await tellOwner(app(), event);
    },
    refused({ how, address, peer }) {
      const who = address === null ? {} : { address: markOf(address) };
      app().log.warn({ event: 'refused', how, network: networkOf(peer), ...who }, 'account');
    },
    async useCode(userId, codeHash) {
      const { database, clock } = app();
      const now = clock.now();
      const used = await database.anonymous((tx) =>
        sql<{ at: string }>`
          insert into auth.used_code as u (user_id, code_hash, at)
          values (${userId}, ${codeHash}, ${now})
          on conflict (user_id, code_hash) do update set at = excluded.at
            where u.at < ${addMinutes(now, -codeMinutes)}::timestamptz
          returning u.at`.execute(tx),
      );
      return used.rows.length === 1;
    },
  };
}

/** The same mark for the same address, so that tries can be counted in the log without naming anybody. */
function markOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 12);
}

const changeWords: Partial<Record<AccountEventKind, readonly [subject: string, what: string]>> = {
  'password-reset': [
    'Your Espalier password was chosen anew',
    'The password of your account was chosen anew by a mailed link, and every device was signed out.',
  ],
  'password-changed': [
    'Your Espalier password was changed',
    'The password of your account was changed, and all other devices were signed out.',
  ],
  'second-factor-on': [
    'Your second factor for Espalier is on',
    'From now on, signing in asks for a code of your authenticator app.',
  ],
  'second-factor-off': [
    'Your second factor for Espalier is off',
    'Signing in no longer asks for a code.',
  ],
  'backup-codes-made': [
    'New backup codes for Espalier',
    'New backup codes were made for your account. The old ones do not work any more.',
  ],
  'passkey-added': [
    'A passkey was added to your Espalier account',
    'Somebody who holds it can sign in without a password.',
  ],
  'passkey-removed': ['A passkey was removed from your Espalier account', 'It no longer signs in.'],
};

async function tellOwner(app: Holder, { kind, userId }: AccountEvent): Promise<void> {
  const words = changeWords[kind];
  if (words === undefined) return;
  const account = await app.database.anonymous((tx) => accountById(tx, userId));
  if (!account) return;
  const [subject, what] = words;
  await queueAccountLetter(app, {
    address: account.email,
    subject,
    body: `${what}\n\nThis is about ${account.email}. If it was not you, choose a new password at once and look at your devices:\n${app.url}/sign-in/new-password`,
  });
}
