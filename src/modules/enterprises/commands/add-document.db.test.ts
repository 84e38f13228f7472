import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { documentsOf } from '../reads.ts';
import { addDocument } from './add-document.ts';
import { removeDocument } from './remove-document.ts';
import { restoreDocument } from './restore-document.ts';

const app = await createTestApp();
const upload = {
  kind: 'accounts',
  title: 'Accounts to March 2026',
  fileName: 'accounts.csv',
  bytes: new TextEncoder().encode('Turnover,480000\n'),
} as const;

test('a document is kept once however often the button is pressed, removed and put back', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const place = { id: enrolmentId, enterpriseId: desk.enterpriseId };
  const key = { ...desk.adviser, idempotencyKey: 'document-once-01' };
  const { documentId } = await addDocument(key, { enrolmentId, ...upload });
  await addDocument(key, { enrolmentId, ...upload });
  expect(await desk.read((tx) => documentsOf(tx, place))).toMatchObject([
    { id: documentId, title: upload.title, fileName: 'accounts.csv', removedAt: null },
  ]);
  await removeDocument(desk.adviser, { enrolmentId, documentId });
  await expect(removeDocument(desk.adviser, { enrolmentId, documentId })).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(await desk.read((tx) => documentsOf(tx, place))).toMatchObject([
    { removedAt: '2026-11-24T10:00:00.000Z' },
  ]);
  await restoreDocument(desk.adviser, { enrolmentId, documentId });
  expect(await desk.audited('add-document')).toHaveLength(1);
  expect(await desk.audited('remove-document')).toHaveLength(1);
  expect(await desk.audited('restore-document')).toHaveLength(1);
});

test('refuses a web page that calls itself a PDF, and outsiders', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  await expectWalls(desk, addDocument, { enrolmentId, ...upload });
  await expect(
    addDocument(desk.adviser, {
      enrolmentId,
      ...upload,
      fileName: 'accounts.pdf',
      bytes: new TextEncoder().encode('<html><script>alert(1)</script></html>'),
    }),
  ).rejects.toMatchObject({ fields: { file: expect.any(String) } });
});

test('a document of another programme is neither shown nor removed', async () => {
  const desk = await makeDesk(app);
  const other = await makeDesk(app);
  const { documentId } = await addDocument(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    ...upload,
  });
  for (const change of [removeDocument, restoreDocument]) {
    await expectWalls(desk, change, { enrolmentId: desk.enrolmentId, documentId });
    await expect(
      change(other.adviser, { enrolmentId: other.enrolmentId, documentId }),
    ).rejects.toMatchObject({ code: 'precondition' });
  }
});
