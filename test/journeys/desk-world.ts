import type { Page } from 'playwright-core';
import { programmePaths } from '../../src/kernel/paths.ts';
import type { AreaKey } from '../../src/modules/programmes/area.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import type { MadeEnrolment } from '../factories/enterprises.ts';
import type { MadeMatch } from '../factories/matches.ts';
import type { World } from '../factories/world.ts';
import { expectAccessible } from './browser.ts';
import { picture } from './picture.ts';

/** Checks the page at the width of a phone and of a desk, and keeps a picture of each. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
}

/** Presses the first button of this name and waits for the answer. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

export const pathsOf = (world: World) => programmePaths(world.org.slug, world.programme.slug);

/** An eligible firm that is called in two weeks, so that Today has nothing on it. */
export async function firm(
  world: World,
  name: string,
  traits: Parameters<World['enrolment']>[0] = {},
) {
  return world.enrolment({
    enterprise: await world.enterprise({ name }),
    lastContactOn: '2026-11-10',
    nextContactOn: '2026-12-08',
    ...traits,
  });
}

/** A matched firm with two sessions, each an hour long, as their mentor logs them. */
export async function met(
  world: World,
  enrolment: MadeEnrolment,
  session: { topics?: AreaKey[]; attendance?: 'attended' | 'no-show' } = {},
): Promise<MadeMatch & { sessions: string[] }> {
  const need = await world.need({ enrolment, state: 'introduced' });
  const match = await world.match({ need, from: '2026-09-01' });
  const mentor = await world.ctxFor(match.mentor.person);
  const sessions: string[] = [];
  for (const day of ['2026-11-11', '2026-11-18']) {
    const { sessionId } = await logSession(mentor, {
      matchId: match.id,
      startsAt: `${day}T09:00:00.000Z`,
      endsAt: `${day}T10:00:00.000Z`,
      mode: 'video',
      topics: session.topics ?? ['finance'],
      enterprise: { attendance: session.attendance ?? 'attended', reason: 'Nobody came.' },
    });
    sessions.push(sessionId);
  }
  return { ...match, sessions };
}
