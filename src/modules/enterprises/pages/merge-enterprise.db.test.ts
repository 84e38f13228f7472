import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import { ctxContext } from '../../../platform/page.ts';
import { enrolEnterprise } from '../commands/enrol-enterprise.ts';
import { loader } from './merge-enterprise.tsx';

const app = await createTestApp();

/** A firm of one programme beside a firm of its neighbour, with a manager of the first. */
async function makeNeighbours() {
  const desk = await makeDesk(app);
  const { world } = desk;
  const manager = await world.ctxAs('manager', { programmeId: world.programme.id });
  const everywhere = await world.ctxAs('manager');
  const neighbour = await makeProgramme(app, world.org, { programme: 'Neighbour' });
  const other = await world.enterprise();
  await enrolEnterprise(everywhere, { programmeId: neighbour.id, enterpriseId: other.id });
  const open = (ctx: Ctx, query: Record<string, string>) => {
    const context = new RouterContextProvider();
    context.set(ctxContext, ctx);
    const { slug } = world.programme;
    const path = `${programmePaths(ctx.org.slug, slug).enrolment(desk.enrolmentId).record}/merge`;
    const url = new URL(`${app.url}${path}?${new URLSearchParams(query)}`);
    const params = { org: ctx.org.slug, programme: slug, enrolment: desk.enrolmentId };
    return loader({ context, params, url, pattern: '', request: new Request(url) });
  };
  return { manager, everywhere, other, open };
}

test('a manager of one programme cannot open a firm of another by its id to merge it', async () => {
  const { manager, everywhere, other, open } = await makeNeighbours();
  await expect(open(manager, { other: other.id })).rejects.toMatchObject({
    init: { status: 404 },
  });
  const page = await open(everywhere, { other: other.id });
  expect(page.other?.fields.name).toBe(other.name);
});

test('a search for firms to merge finds those that may be merged', async () => {
  const { manager, everywhere, other, open } = await makeNeighbours();
  const found = async (ctx: Ctx) =>
    (await open(ctx, { search: other.name })).found.map(({ id }) => id);
  expect(await found(manager)).not.toContain(other.id);
  expect(await found(everywhere)).toContain(other.id);
});
