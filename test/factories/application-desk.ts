import { saveApplicationStep } from '../../src/modules/intake/commands/save-application-step.ts';
import { startApplication } from '../../src/modules/intake/commands/start-application.ts';
import { submitApplication } from '../../src/modules/intake/commands/submit-application.ts';
import { mailedPurpose } from '../../src/modules/intake/apply/proof.ts';
import { proveAddress } from '../../src/modules/intake/commands/prove-address.ts';
import { makeLink } from '../../src/platform/links.ts';
import type { ApplyStep } from '../../src/modules/intake/apply/apply-step.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { publicActor } from '../../src/platform/permission.ts';
import type { TestApp } from './app.ts';
import { makeDesk } from './enterprise-desk.ts';

export type TypedPages = Partial<Record<ApplyStep, Record<string, string | string[]>>>;

export const tradingPages: TypedPages = {
  'about-you': { name: 'Rosa Quill', phone: '024 7600 0000', position: 'Founder' },
  'your-firm': { isTrading: 'yes', name: 'Quill Pens Ltd', description: 'Makes pens.' },
  numbers: { companyNumber: '1234567', vatNumber: '', sicCodes: '32990', tradingSince: '' },
  place: { address: '1 Mill Lane, Coventry', postcode: 'cv47al' },
  size: { staff: '4.5', turnover: '85,000', yearEndsOn: '2026-03-31', isGroup: 'no' },
  help: { areas: ['finance', 'export'], need: 'Cash runs out before invoices are paid.' },
  growth: { plans: 'Sell abroad.', staffNextYear: '' },
  support: { agencies: '', hasAid: 'no' },
  declarations: { sharing: 'at-yes', isTrue: 'yes', mayKeep: 'yes' },
};

export const startingPages: TypedPages = {
  ...tradingPages,
  'your-firm': { isTrading: 'no', name: '', description: 'Will bake bread.' },
};

/** A programme whose public page is open, and somebody in front of it. */
export async function makeApplicationDesk(app: TestApp) {
  const desk = await makeDesk(app);
  const { world } = desk;
  await desk.write((tx) =>
    tx
      .updateTable('programme')
      .set({ applications_open: true })
      .where('id', '=', world.programme.id)
      .execute(),
  );
  const visitor: Ctx = {
    app,
    org: world.org,
    orgId: world.orgId,
    actor: publicActor,
    clock: app.clock,
  };
  const programmeId = world.programme.id;
  const start = (email = 'rosa@quill.example') =>
    startApplication(visitor, { programmeId, name: 'Rosa Quill', email });

  async function filled(pages = tradingPages, email?: string) {
    const draft = await start(email);
    for (const [step, fields] of Object.entries(pages)) {
      await saveApplicationStep(visitor, {
        secret: draft.secret,
        step: step as ApplyStep,
        fields,
      });
    }
    return draft;
  }

  const mailedSecret = (applicationId: string) =>
    desk.write(async (tx) => {
      const life = { subjectId: applicationId, days: 90 };
      return (await makeLink(tx, visitor, { purpose: mailedPurpose, ...life })).secret;
    });

  return {
    desk,
    visitor,
    programmeId,
    start,
    filled,
    async submitted(pages?: TypedPages, email?: string) {
      const draft = await filled(pages, email);
      await submitApplication(visitor, { secret: draft.secret });
      await proveAddress(visitor, { secret: await mailedSecret(draft.applicationId) });
      return draft;
    },
    /** The secret that stands in a letter to the applicant. */
    mailedSecret,
    /** Sent, and nobody has answered the letter. */
    async unproved() {
      const draft = await filled();
      await submitApplication(visitor, { secret: draft.secret });
      return draft;
    },
    application: (id: string) =>
      desk.read((tx) =>
        tx.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    letters: () =>
      desk.read((tx) =>
        tx.selectFrom('mail').select(['kind', 'to_address', 'body']).orderBy('id').execute(),
      ),
  };
}
