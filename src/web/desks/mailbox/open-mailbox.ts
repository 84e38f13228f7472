import { notFound } from '../../../kernel/errors.ts';
import { organisationsOf } from '../../../modules/people/reads.ts';
import type { App, Organisation } from '../../../platform/context.ts';
import { hasRole } from '../../../platform/permission.ts';
import { type Account, memberOf } from '../../session.ts';
import { isStaff } from '../../navigation.ts';

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?|::ffff:127(\.\d+){3})$/;

interface Viewer {
  app: App;
  account: Account;
  peer: string;
}

/**
 * Whose letters the viewer may read instead of a mail server, which is only for trying Espalier out: on this
 * machine an administrator, in a demonstration any of its staff. Letters hold links to sign in with, so
 * nobody else may, and nothing is shown where there is a mail server.
 */
export async function openMailbox(viewer: Viewer) {
  const mailbox = await mailboxFor(viewer);
  if (!mailbox) throw notFound();
  return mailbox;
}

/** The same, or null for who may read no letters; decides whether the link is shown. */
export async function mailboxFor({ app, account, peer }: Viewer) {
  if (!app.hasMailbox) return null;
  const isLocal = loopback.test(new URL(app.url).hostname) && loopback.test(peer);
  const mine = await app.database.anonymous((tx) => organisationsOf(tx, account.userId));
  const organisations: Organisation[] = [];
  let isAdmin = false;
  for (const { slug } of mine) {
    const member = await memberOf(app, slug, account);
    const ctx = member?.ctx;
    if (!ctx) continue;
    const isOwnAdmin = hasRole(ctx.actor, 'admin');
    isAdmin ||= isOwnAdmin;
    const maySee = ctx.org.isDemonstration ? isStaff(ctx.actor) : isLocal && isOwnAdmin;
    if (maySee) organisations.push(ctx.org);
  }
  const showsSignIn = isLocal && isAdmin;
  if (organisations.length === 0 && !showsSignIn) return null;
  return { organisations, showsSignIn };
}
