import { expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { answerOffer } from '../../src/modules/matching/commands/answer-offer.ts';
import { expireOffers } from '../../src/modules/matching/commands/expire-offers.ts';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { withdrawOffer } from '../../src/modules/matching/commands/withdraw-offer.ts';
import routes from '../../src/routes.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { startSite } from '../journeys/site.ts';
import { addressesOf, fill } from './page-rules.ts';
import { cookieFor } from './visitors.ts';

const site = await startSite();
const addresses = routes
  .flatMap((entry) => addressesOf(entry))
  .filter((address) => /^(o|l)\/:org(\/|$)/.test(address) && !address.startsWith('o/:org/link'));

async function openOffer() {
  const world = await makeWorld(site.app, { organisation: 'Coventry Growth Hub' });
  const enterprise = await world.enterprise({ name: 'Larkfield Motion Holdings Ltd' });
  const enrolment = await world.enrolment({ enterprise });
  const need = await world.need({
    enrolment,
    detail: 'Larkfield cannot pay its suppliers; LARKFIELD MOTION needs a forecast.',
  });
  const person = await world.person({ roles: ['mentor'] });
  const mentor = await world.mentor({ person });
  const adviser = await world.ctxAs('adviser');
  const remark = `${enterprise.lead?.name ?? ''} of Larkfield Motion is in a hurry.`;
  const { offerId } = await offerMatch(adviser, { needId: need.id, mentorId: mentor.id, remark });
  const cookie = await cookieFor(world, person);
  const secret = await secretMailedTo(world, person.email ?? '');
  const ids = { enrolment: enrolment.id, need: need.id, offer: offerId, mentor: mentor.id };
  const telling = new RegExp(`larkfield|${enterprise.lead?.name ?? '?'}`, 'i');

  /** Every address of the organisation, signed in or by the mailed link, that tells who the firm is. */
  async function told(): Promise<string[]> {
    const known: Record<string, string> = {
      ...{ org: world.org.slug, programme: world.programme.slug, secret, person: person.id },
      ...ids,
    };
    const names = addresses.join('/').match(/(?<=:)\w+/g) ?? [];
    const params = Object.fromEntries(names.map((name) => [name, known[name] ?? newId()]));
    const found: string[] = [];
    let opened = 0;
    for (const address of addresses) {
      const answer = await fetch(`${site.url}${fill(address, params)}`, {
        headers: address.startsWith('l/') ? {} : { cookie },
        redirect: 'manual',
      });
      if (answer.status === 200) opened += 1;
      if (telling.test(await answer.text())) found.push(address);
    }
    const mails = await site.app.database.read(world.orgId, (tx) =>
      tx
        .selectFrom('mail')
        .select(['kind', 'subject', 'body'])
        .where('person_id', '=', person.id)
        .execute(),
    );
    expect(opened).toBeGreaterThan(4);
    return [
      ...found,
      ...mails.filter((mail) => telling.test(JSON.stringify(mail))).map(({ kind }) => kind),
    ];
  }
  return { world, person, adviser, offerId, told };
}

test('a mentor who has not said yes learns nowhere whose need it is', async () => {
  const { world, told } = await openOffer();
  expect(await told()).toEqual([]);
  site.app.clock.set('2026-11-30T09:30:00.000Z');
  await expireOffers(world.systemCtx(), {});
  site.app.clock.set('2026-12-01T17:30:00.000Z');
  await expireOffers(world.systemCtx(), {});
  expect(await told()).toEqual([]);
  site.app.clock.set('2026-11-24T10:00:00.000Z');
  const again = await openOffer();
  await withdrawOffer(again.adviser, { offerId: again.offerId, reason: 'Larkfield has left.' });
  expect(await again.told()).toEqual([]);
  const third = await openOffer();
  const asMentor = await third.world.ctxFor(third.person);
  await answerOffer(asMentor, { offerId: third.offerId, answer: 'decline', reason: 'no-time' });
  expect(await third.told()).toEqual([]);
});

test('after the yes the page says whom to ring', async () => {
  const { world, offerId, person, told } = await openOffer();
  await answerOffer(await world.ctxFor(person), { offerId, answer: 'accept' });
  expect(await told()).toContain('l/:org/:secret/offer');
});
