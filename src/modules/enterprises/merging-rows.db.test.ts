import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { withClient } from '../../platform/postgres/client.ts';
import { enrolmentRows, enterpriseRows } from './merging-rows.ts';

const app = await createTestApp();

/** Tables with a foreign key to the table, from the catalogue. */
const referring = (table: string) =>
  withClient(app.connections.owner, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c
       where c.contype = 'f' and c.confrelid = $1::regclass order by 1`,
      [table],
    );
    return rows.map((row) => row.name);
  });

test.each([
  ['enterprise', enterpriseRows],
  ['enrolment', enrolmentRows],
])(
  'every table that refers to an %s says what merging does with its rows',
  async (table, fates) => {
    expect(Object.keys(fates).toSorted()).toEqual(await referring(table));
  },
);
