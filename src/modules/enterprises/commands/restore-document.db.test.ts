import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { readFile } from '../../../platform/files/store-file.ts';
import { documentsOf } from '../reads.ts';
import { addDocument } from './add-document.ts';
import { removeDocument } from './remove-document.ts';
import { restoreDocument } from './restore-document.ts';

const app = await createTestApp();

test('a document that was put back has its content', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const bytes = new TextEncoder().encode('Turnover,480000\n');
  const { documentId } = await addDocument(desk.adviser, {
    enrolmentId,
    kind: 'accounts',
    title: 'Accounts',
    fileName: 'accounts.csv',
    bytes,
  });
  await expect(restoreDocument(desk.adviser, { enrolmentId, documentId })).rejects.toMatchObject({
    code: 'precondition',
  });
  await removeDocument(desk.adviser, { enrolmentId, documentId });
  await expectWalls(desk, restoreDocument, { enrolmentId, documentId });
  await restoreDocument(desk.adviser, { enrolmentId, documentId });
  const content = await desk.read(async (tx) => {
    const [row] = await documentsOf(tx, { id: enrolmentId, enterpriseId: desk.enterpriseId });
    return readFile(tx, row?.fileId ?? '');
  });
  expect(Buffer.from(content.bytes).toString()).toBe('Turnover,480000\n');
  expect(await desk.audited('restore-document')).toHaveLength(1);
});
