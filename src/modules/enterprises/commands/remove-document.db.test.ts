import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { addDocument } from './add-document.ts';
import { removeDocument } from './remove-document.ts';

const app = await createTestApp();

test('a verifier adds documents but takes none away', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const verifier = await desk.world.ctxAs('verifier');
  const { documentId } = await addDocument(verifier, {
    enrolmentId,
    kind: 'evidence',
    title: 'Payslips',
    fileName: 'payslips.csv',
    bytes: new TextEncoder().encode('March,12\n'),
  });
  await expect(removeDocument(verifier, { enrolmentId, documentId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expectWalls(desk, removeDocument, { enrolmentId, documentId });
  await removeDocument(desk.adviser, { enrolmentId, documentId });
  await expect(removeDocument(desk.adviser, { enrolmentId, documentId })).rejects.toThrow(
    'removed already',
  );
  expect(await desk.audited('remove-document')).toMatchObject([{ subject_id: documentId }]);
});
