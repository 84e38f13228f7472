import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import type { Ctx } from '../../../platform/context.ts';
import { ctxContext } from '../../../platform/page.ts';
import { addDocument } from '../commands/add-document.ts';
import { removeDocument } from '../commands/remove-document.ts';
import { loader } from './document-download.ts';

const app = await createTestApp();

test('a removed document is handed only to those who may put it back', async () => {
  const { world, enrolmentId, adviser } = await makeDesk(app);
  const { documentId } = await addDocument(adviser, {
    enrolmentId,
    kind: 'accounts',
    title: 'Accounts of another firm',
    fileName: 'accounts.csv',
    bytes: new TextEncoder().encode('Turnover,480000\n'),
  });
  const open = async (ctx: Ctx) => {
    const context = new RouterContextProvider();
    context.set(ctxContext, ctx);
    const url = new URL(`${app.url}/documents/${documentId}`);
    const params = {
      org: ctx.org.slug,
      programme: world.programme.slug,
      enrolment: enrolmentId,
      document: documentId,
    };
    const answer = await loader({ context, params, url, pattern: '', request: new Request(url) });
    return answer.text();
  };
  const auditor = await world.ctxAs('auditor', { programmeId: world.programme.id });
  expect(await open(auditor)).toContain('480000');
  await removeDocument(adviser, { enrolmentId, documentId });
  await expect(open(auditor)).rejects.toMatchObject({ init: { status: 404 } });
  expect(await open(adviser)).toContain('480000');
});
