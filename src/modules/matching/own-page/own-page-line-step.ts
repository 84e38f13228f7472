import { sql } from 'kysely';
import type { LetterEnd } from '../../../platform/context.ts';
import { makeLink } from '../../../platform/links.ts';

/** Days that the way to one's page works from a letter; every further letter brings another. */
const doorDays = 90;

/** The links of a letter, with the pages that they open. */
const linked = /\/l\/[^/\s]+\/[\w-]{20,}\/([\w-]+)/g;
const isOwnPage = /^(mentor|my)$/;
const isOfMentor = /^(log-session|offer|mentor-fit)$/;

/**
 * The line by which a letter leads mentors and people of firms who have no account to their page; empty for everybody
 * else. The link asks who they are first: letters are passed on.
 */
export const ownPageLine: LetterEnd = async (tx, ctx, { to, body }) => {
  const pages = [...body.matchAll(linked)].map((link) => link[1] ?? '');
  const [page = ''] = pages;
  if (to.personId == null || pages.some((one) => isOwnPage.test(one))) return '';
  const { personId } = to;
  const found = await sql<{ isMentor: boolean; isOfFirm: boolean }>`
    select
      exists (select from mentor m
        join role_grant g on g.org_id = m.org_id and g.person_id = m.person_id and g.role = 'mentor'
        where m.org_id = p.org_id and m.person_id = p.id and m.state <> 'left'
          and g.ended_at is null
          and (g.expires_at is null or g.expires_at > ${ctx.clock.now()}::timestamptz)) as "isMentor",
      exists (select from enterprise_person e
        where e.org_id = p.org_id and e.person_id = p.id and e.to_on is null) as "isOfFirm"
    from person p
    where p.id = ${personId}::uuid and p.user_id is null and p.removed_at is null`.execute(tx);
  const reader = found.rows[0];
  if (!reader || (!reader.isMentor && !reader.isOfFirm)) return '';
  // Whoever is both is led to the side that the letter is about.
  const asMentor = reader.isMentor && (!reader.isOfFirm || page === '' || isOfMentor.test(page));
  const purpose = asMentor ? 'mentor-door' : 'firm-door';
  const { url } = await makeLink(tx, ctx, { purpose, personId, days: doorDays });
  return `\n\nWhat waits for you and whom to ring, without a password:\n${url}`;
};
