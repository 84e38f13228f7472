import { z } from 'zod';

/** What a backup says before its tables: from what it was made, and how to make the place for it. */
export const headWords = z.object({
  program: z.string(),
  server: z.string(),
  takenAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

export const tableWords = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
});

export const sumWords = z.object({ rows: z.number(), hash: z.string() });

/** What it says at its end: what must be found again. */
export const closingWords = z.object({
  tables: z.array(tableWords.extend(sumWords.shape)),
  /** The last entry of each organisation's audit chain. */
  heads: z.array(
    z.object({ orgId: z.string(), slug: z.string(), seq: z.number(), hash: z.string() }),
  ),
  /** Work that waited in the queue. */
  jobs: z.array(
    z.object({
      name: z.string(),
      data: z.record(z.string(), z.unknown()).nullable(),
      startAfter: z.string(),
      singletonKey: z.string().nullable(),
    }),
  ),
});

export type Head = z.output<typeof headWords>;
export type Closing = z.output<typeof closingWords>;
export type WaitingJob = Closing['jobs'][number];
