import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { acceptApplication } from '../commands/accept-application.ts';
import { waitingApplications } from './reads.ts';

const app = await createTestApp();

test('an application waits from when it is sent until it is accepted', async () => {
  const { desk, filled, submitted, programmeId, application } = await makeApplicationDesk(app);
  const waiting = () => desk.read((tx) => waitingApplications(tx, programmeId));
  await filled();
  expect(await waiting()).toEqual([]);
  const { applicationId } = await submitted(undefined, 'ann@firm.example');
  expect(await waiting()).toMatchObject([
    { id: applicationId, name: 'Rosa Quill', firm: 'Quill Pens Ltd' },
  ]);
  const { version } = await application(applicationId);
  await acceptApplication(desk.adviser, { applicationId, version, enterpriseId: null });
  expect(await waiting()).toEqual([]);
});
