import type { TestApp } from './app.ts';
import { makeApplicationDesk } from './application-desk.ts';
import { makeEnrolment } from './enterprises.ts';
import { makeProgramme } from './programmes.ts';

/** A programme with its adviser, and a firm that only another programme of the organisation knows. */
export async function makeNeighbours(app: TestApp) {
  const made = await makeApplicationDesk(app);
  const { world, write, read } = made.desk;
  const there = await makeProgramme(app, world.org, { programme: 'Neighbour' });
  const contact = await world.person({ email: 'founder@quill.example', name: 'Fay Founder' });
  const firm = await world.enterprise({
    name: 'Quill Pens Ltd',
    companyNumber: neighbourNumber,
    lead: contact,
  });
  await makeEnrolment(world, { enterprise: firm, programmeId: there.id });
  const programmeId = world.programme.id;
  return {
    ...made,
    world,
    write,
    read,
    firm,
    contact,
    there,
    near: await world.ctxAs('manager', { programmeId }),
    far: await world.ctxAs('manager', { programmeId: there.id }),
    everywhere: await world.ctxAs('manager'),
    enrolled: () =>
      read((tx) =>
        tx
          .selectFrom('enrolment')
          .select('programme_id')
          .where('enterprise_id', '=', firm.id)
          .execute(),
      ),
  };
}

/** The company number of the neighbours' firm, which is also that of a usual application. */
export const neighbourNumber = '01234567';
